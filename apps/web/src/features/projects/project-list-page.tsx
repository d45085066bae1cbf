import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { useMe } from '../../shared/session/me.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { projectsQuery } from './api/get-projects.js';
import { ProjectTable } from './project-table.js';

export function ProjectListPage() {
  const texts = useTexts();
  useDocumentTitle(texts.nav.projects);
  const [parameters, setParameters] = useSearchParams();
  const stage = STAGES.find((known) => known === parameters.get('stage'));
  return (
    <>
      <div className="page-head">
        <h1>{texts.projects.title}</h1>
        <StartButton />
      </div>
      <div className="filters">
        <div className="switch" role="tablist">
          {[undefined, ...STAGES].map((choice) => (
            <button
              key={choice ?? 'all'}
              type="button"
              role="tab"
              aria-selected={choice === stage}
              onClick={() => setParameters(choice === undefined ? {} : { stage: choice })}
            >
              {choice === undefined ? texts.projects.all : texts.stages[choice]}
            </button>
          ))}
        </div>
      </div>
      <ProjectPages key={stage} stage={stage} />
    </>
  );
}

function StartButton() {
  const texts = useTexts();
  const me = useMe();
  if (me?.permissions.includes('projects.start') !== true) return null;
  return (
    <Link to="/projects/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {texts.projects.start}
      </Button>
    </Link>
  );
}

function ProjectPages({ stage }: { readonly stage: string | undefined }) {
  const texts = useTexts();
  const query = useInfiniteQuery(projectsQuery(stage));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  const projects = query.data.pages.flatMap((page) => page.items);
  if (projects.length === 0) {
    return (
      <div className="panel">
        <EmptyState title={texts.projects.empty} hint={texts.projects.emptyHint}>
          <StartButton />
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="panel panel--flush">
      <ProjectTable projects={projects} />
      {query.hasNextPage ? (
        <div className="more">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {texts.inbox.more}
          </Button>
        </div>
      ) : (
        <p className="count">{texts.projects.total(projects.length)}</p>
      )}
    </div>
  );
}
