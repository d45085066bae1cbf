import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../../locales/use-texts.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { type CaseBox, casesQuery, type Filter } from './api/get-tasks.js';
import { CaseTable } from './case-table.js';
import { isNarrowed } from './filter-address.js';
import { MoreOrCount } from './more-or-count.js';

interface CaseBoxViewProps {
  readonly box: CaseBox;
  readonly filter: Filter;
}

/** 我发起的、抄送我的、本地区的. */
export function CaseBoxView({ box, filter }: CaseBoxViewProps) {
  const texts = useTexts();
  const query = useInfiniteQuery(casesQuery(box, filter));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const cases = query.data.pages.flatMap((page) => page.items);
  if (cases.length === 0) {
    const empty = isNarrowed(filter) ? texts.boxes.nothingFound : texts.boxes.empty[box];
    return (
      <div className="panel">
        <EmptyState title={empty.title} hint={empty.hint} />
      </div>
    );
  }
  return (
    <div className="panel panel--flush">
      <CaseTable cases={cases} box={box} />
      <MoreOrCount query={query} text={texts.projects.total(cases.length)} />
    </div>
  );
}
