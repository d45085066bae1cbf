import { useQuery } from '@tanstack/react-query';
import { Progress, Segmented, Statistic, Tooltip } from 'antd';
import { useState } from 'react';
import type { BoardLine, LateBucket } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { boardQuery, LEVELS, type Level } from './api/supervision.js';
import { percentOf, totalOf } from './board-figures.js';
import { LateTasks } from './late-tasks.js';

const SUMMED: readonly LateBucket[] = ['open', 'due-this-week', 'overdue', 'escalated'];
const COLUMNS: readonly LateBucket[] = [
  'open',
  'due-this-week',
  'late-1-3',
  'late-4-7',
  'late-8-15',
  'late-over-15',
  'escalated',
];

/** What stands behind a figure: which tasks, and where; without a line all of the area. */
interface Chosen {
  readonly bucket: LateBucket;
  readonly line: BoardLine | null;
}

/** 督办看板: the area in figures; each figure opens its list. */
export function BoardPanel() {
  const texts = useTexts().board;
  const [level, setLevel] = useState<Level>('county');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const query = useQuery(boardQuery(level));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const lines = query.data;
  return (
    <>
      <Totals lines={lines} onChoose={(bucket) => setChosen({ bucket, line: null })} />
      <div className="button-row supervision__switches">
        <Segmented<Level>
          value={level}
          options={LEVELS.map((value) => ({ value, label: texts.levels[value] }))}
          onChange={setLevel}
        />
      </div>
      {lines.length === 0 ? (
        <div className="panel">
          <EmptyState title={texts.empty} hint={texts.emptyHint} />
        </div>
      ) : (
        <Lines lines={lines} onChoose={(bucket, line) => setChosen({ bucket, line })} />
      )}
      {chosen === null ? null : (
        <LateTasks
          bucket={chosen.bucket}
          division={chosen.line?.division}
          place={chosen.line?.name ?? texts.all}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

interface TotalsProps {
  readonly lines: readonly BoardLine[];
  readonly onChoose: (bucket: LateBucket) => void;
}

function Totals({ lines, onChoose }: TotalsProps) {
  const texts = useTexts().board;
  const total = totalOf(lines);
  return (
    <div className="board__totals">
      {SUMMED.map((bucket) => (
        <button key={bucket} type="button" className="panel board__total" onClick={() => onChoose(bucket)}>
          <Statistic
            title={texts.buckets[bucket]}
            value={total.counts[bucket]}
            classNames={{ content: bucket === 'overdue' && total.counts.overdue > 0 ? 'board__late' : '' }}
          />
        </button>
      ))}
      <div className="panel board__total">
        <Tooltip title={texts.rateNote}>
          <Statistic title={texts.rate} value={rateText(percentOf(total), texts.noRate)} />
        </Tooltip>
      </div>
    </div>
  );
}

function rateText(percent: number | null, none: string): string {
  return percent === null ? none : `${percent}%`;
}

interface LinesProps {
  readonly lines: readonly BoardLine[];
  readonly onChoose: (bucket: LateBucket, line: BoardLine) => void;
}

function Lines({ lines, onChoose }: LinesProps) {
  const texts = useTexts().board;
  return (
    <div className="panel panel--flush" role="region" aria-label={texts.division}>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{texts.division}</th>
            {COLUMNS.map((bucket) => (
              <th key={bucket} scope="col" className="is-number">
                {texts.buckets[bucket]}
              </th>
            ))}
            <th scope="col">{texts.rate}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.division} line={line} onChoose={(bucket) => onChoose(bucket, line)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, onChoose }: { readonly line: BoardLine; readonly onChoose: (bucket: LateBucket) => void }) {
  const texts = useTexts().board;
  const percent = percentOf(line);
  return (
    <tr>
      <td className="cards-table__main board__name">{line.name}</td>
      {COLUMNS.map((bucket) => (
        <td key={bucket} className="is-number" data-label={texts.buckets[bucket]}>
          {line.counts[bucket] === 0 ? (
            <span className="muted">0</span>
          ) : (
            <button
              type="button"
              className={`link-button${bucket.startsWith('late') ? ' board__late' : ''}`}
              aria-label={texts.show(texts.buckets[bucket], line.name, line.counts[bucket])}
              onClick={() => onChoose(bucket)}
            >
              {line.counts[bucket]}
            </button>
          )}
        </td>
      ))}
      <td data-label={texts.rate} title={texts.rateNote}>
        {percent === null ? (
          <span className="muted">{texts.noRate}</span>
        ) : (
          <Progress percent={percent} size="small" className="board__rate" />
        )}
      </td>
    </tr>
  );
}
