import { Button } from 'antd';
import { useState } from 'react';
import type { CaseInstance, CaseOption } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { OptionForm } from './option-form.js';

interface OptionsPanelProps {
  readonly rootId: number;
  readonly options: readonly CaseOption[];
  readonly instances: readonly CaseInstance[];
}

/** Events that the caller may send of their own accord, without a task. */
export function OptionsPanel({ rootId, options, instances }: OptionsPanelProps) {
  const texts = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  if (options.length === 0) return null;
  const option = options.find((candidate) => keyOf(candidate) === chosen);
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
      {option === undefined ? null : (
        <OptionForm
          key={chosen}
          rootId={rootId}
          option={option}
          process={instances.find((instance) => instance.id === option.instanceId)?.process ?? null}
          onDone={() => setChosen(null)}
        />
      )}
    </section>
  );
}

function keyOf(option: CaseOption): string {
  return `${option.instanceId}.${option.event}`;
}
