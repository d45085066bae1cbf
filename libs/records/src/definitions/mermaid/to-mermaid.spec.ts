import { expect, it } from '@jest/globals';
import { aProcess } from '../../testing/a-process.js';
import { toMermaid } from './to-mermaid.js';

it('writes groups, regions, labels and ends', () => {
  const mermaid = toMermaid(
    aProcess(`
parameters: { period: { type: duration, default: P3D, title: 公示期 } }
initial: open
states:
  open:
    title: 公示
    type: parallel
    onDone: done
    states:
      one: { initial: a, states: { a: { after: { period: b } }, b: { type: final } } }
      two: { initial: a, states: { a: { on: { GO: { target: b, title: '确认: 通过' } } }, b: { type: final } } }
  done: { title: 办结, type: final }
`),
  );
  for (const line of [
    'stateDiagram-v2',
    'state "公示" as s_open {',
    '--',
    's_open_one_a --> s_open_one_b: ⏱ 公示期',
    's_open_two_a --> s_open_two_b: 确认: 通过',
    's_open --> s_done: 完成',
    's_done --> [*]',
  ])
    expect(mermaid).toContain(line);
});
