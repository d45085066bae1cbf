import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';

interface PagedTableProps<T> {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly T[] }>>;
  readonly columns: TableColumnsType<T>;
  readonly rowKey: keyof T & string;
}

/** A list of the server, page after page. */
export function PagedTable<T extends object>({ label, query, columns, rowKey }: PagedTableProps<T>) {
  const texts = useTexts();
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="panel panel--flush" role="region" aria-label={label}>
      <Table<T>
        size="small"
        rowKey={rowKey}
        loading={query.isPending}
        columns={columns}
        dataSource={query.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: texts.administration.empty }}
      />
      {query.hasNextPage ? (
        <div className="more">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {texts.administration.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
