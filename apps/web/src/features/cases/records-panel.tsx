import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseInstance, type Stage, STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { RecordView } from './record-view.js';
import { stageRecordQuery } from './stage-records.js';

interface RecordsPanelProps {
  readonly rootId: number;
  readonly instances: readonly CaseInstance[];
}

/** What each stage has put on record. */
export function RecordsPanel({ rootId, instances }: RecordsPanelProps) {
  const texts = useTexts();
  const begun = STAGES.filter((stage) => instances.some((instance) => instance.stage === stage));
  const [chosen, setChosen] = useState<Stage | null>(null);
  const stage = chosen ?? begun.at(-1);
  if (stage === undefined) return null;
  return (
    <section className="panel">
      <div className="panel__head">
        <h2>{texts.project.records}</h2>
        <div className="switch" role="tablist">
          {begun.map((choice) => (
            <button
              key={choice}
              type="button"
              role="tab"
              aria-selected={choice === stage}
              onClick={() => setChosen(choice)}
            >
              {texts.stages[choice]}
            </button>
          ))}
        </div>
      </div>
      <StageRecord key={stage} rootId={rootId} stage={stage} />
    </section>
  );
}

function StageRecord({ rootId, stage }: { readonly rootId: number; readonly stage: Stage }) {
  const texts = useTexts();
  const query = useQuery(stageRecordQuery(rootId, stage));
  if (query.isPending) return <PageSkeleton rows={3} />;
  if (query.isError) return <p className="muted">{texts.project.noRecord}</p>;
  return <RecordView value={query.data} />;
}
