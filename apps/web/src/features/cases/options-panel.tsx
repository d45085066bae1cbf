import { Button } from 'antd';
import { useState } from 'react';
import type { CaseInstance, CaseOption } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { OptionForm } from '../../shared/options/option-form.js';
import { useMe } from '../../shared/session/me.js';
import { useFormContext } from './use-form-context.js';

interface OptionsPanelProps {
  readonly rootId: number;
  readonly options: readonly CaseOption[];
  readonly instances: readonly CaseInstance[];
}

/** Events that the caller may send of their own accord, without a task. */
export function OptionsPanel({ rootId, options, instances }: OptionsPanelProps) {
  const texts = useTexts();
  const me = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  const option = options.find((candidate) => keyOf(candidate) === chosen);
  const context = useFormContext({
    rootId,
    process: instances.find((instance) => instance.id === option?.instanceId)?.process ?? null,
    parameters: {},
    schemas: option?.form ? [option.form.schema] : [],
  });
  if (options.length === 0) return null;
  return (
    <section className="panel">
      <h2>{texts.project.options}</h2>
      <div className="button-row">
        {options.map((candidate) => (
          <Button
            key={keyOf(candidate)}
            type={keyOf(candidate) === chosen ? 'primary' : 'default'}
            onClick={() => setChosen(keyOf(candidate) === chosen ? null : keyOf(candidate))}
          >
            {candidate.title}
          </Button>
        ))}
      </div>
      {option === undefined || me === null ? null : (
        <OptionForm key={chosen} option={option} context={context} userId={me.userId} onDone={() => setChosen(null)} />
      )}
    </section>
  );
}

function keyOf(option: CaseOption): string {
  return `${option.instanceId}.${option.event}`;
}
