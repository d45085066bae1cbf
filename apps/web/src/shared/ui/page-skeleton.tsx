import { Skeleton } from 'antd';

const ROWS = 6;

export function PageSkeleton({ rows = ROWS }: { readonly rows?: number }) {
  return (
    <div className="panel" aria-busy="true">
      <Skeleton active title paragraph={{ rows }} />
    </div>
  );
}
