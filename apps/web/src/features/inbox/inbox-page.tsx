import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { BoxCountsAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { type Box, BOXES, countsQuery, type Filter, isTaskBox } from './api/get-tasks.js';
import { CaseBoxView } from './case-box.js';
import { addressOf, filterIn } from './filter-address.js';
import { FilterBar } from './filter-bar.js';
import { SavedViews } from './saved-views.js';
import { TaskBoxView } from './task-box.js';

/** The server counts no further. */
const COUNTED_AT_MOST = 1000;

export function InboxPage() {
  const texts = useTexts();
  useDocumentTitle(texts.inbox.title);
  const [parameters, setParameters] = useSearchParams();
  const counts = useQuery(countsQuery()).data;
  const box = BOXES.find((known) => known === parameters.get('box')) ?? 'todo';
  const filter = filterIn(parameters);
  const open = (next: Box, narrowed: Filter) => setParameters(addressOf(next, narrowed));
  const key = JSON.stringify([box, filter]);
  return (
    <>
      <div className="page-head">
        <h1>{texts.inbox.title}</h1>
        <div className="switch" role="tablist">
          {BOXES.filter((choice) => choice === box || counts?.[choice] !== null).map((choice) => (
            <button
              key={choice}
              type="button"
              role="tab"
              aria-selected={choice === box}
              onClick={() => open(choice, {})}
            >
              {texts.boxes.names[choice]}
              <span className="switch__count">{countOf(counts, choice)}</span>
            </button>
          ))}
        </div>
      </div>
      <FilterBar key={filter.text ?? ''} filter={filter} onChange={(narrowed) => open(box, narrowed)} />
      <SavedViews box={box} filter={filter} onOpen={open} />
      {isTaskBox(box) ? (
        <TaskBoxView key={key} box={box} filter={filter} />
      ) : (
        <CaseBoxView key={key} box={box} filter={filter} />
      )}
    </>
  );
}

function countOf(counts: BoxCountsAnswer | undefined, box: Box): string {
  const count = counts?.[box] ?? null;
  if (count === null || count === 0) return '';
  return count >= COUNTED_AT_MOST ? ` ${COUNTED_AT_MOST - 1}+` : ` ${count}`;
}
