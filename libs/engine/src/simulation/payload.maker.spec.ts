import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileForm } from '#libs/kernel';
import { parseYaml, readYamlFiles } from '../definitions/yaml.files.js';
import { PayloadMaker } from './payload.maker.js';
import { Random } from './random.js';
import { SimulationModel } from './simulation.model.js';
import { textMatching } from './text.maker.js';

const FORMS = readYamlFiles(resolve('workflows/forms'));
const scope = (seed: number) => ({
  random: new Random(seed),
  today: '2024-03-01',
  count: () => 0,
  value: () => null,
});

describe('PayloadMaker', () => {
  it.each(FORMS.map((file) => [file.name, file] as const))('fills %s so that the form accepts it', (name, file) => {
    const form = compileForm(parseYaml(file), name);
    if (!form.ok) throw new TypeError(name);
    const maker = new PayloadMaker(new SimulationModel({}));
    for (let seed = 0; seed < 30; seed += 1) expect(maker.fill(form.value, scope(seed))).not.toBeNull();
  });

  it('takes declared samples, those of the form before those of the name', () => {
    const schema = {
      type: 'object',
      additionalProperties: false,
      required: ['days'],
      properties: { days: { type: 'integer' } },
    };
    const form = compileForm(schema, 'notice');
    if (!form.ok) throw new TypeError('notice');
    const model = new SimulationModel({ forms: { notice: { days: 7 } }, fields: { days: 8 } });
    expect(new PayloadMaker(model).fill(form.value, scope(1))).toEqual({ days: 7 });
  });

  it('gives nothing rather than a payload that the form refuses', () => {
    const schema = { type: 'object', additionalProperties: false, required: ['a'], properties: { a: { not: {} } } };
    const form = compileForm(schema, 'impossible');
    if (!form.ok) throw new TypeError('impossible');
    expect(new PayloadMaker(new SimulationModel({})).fill(form.value, scope(1))).toBeNull();
  });
});

describe('textMatching', () => {
  it.each(['^[0-9-]{7,20}$', '^\\d{4}-(0[1-9]|1[0-2])$', '^[A-Z]{2}\\d+x?$', '^(?:ab|cd){2,3}$', 'a\\.b*'])(
    'keeps %s',
    (pattern) => {
      for (let seed = 0; seed < 50; seed += 1) {
        expect(textMatching(pattern, new Random(seed))).toMatch(new RegExp(pattern));
      }
    },
  );
});
