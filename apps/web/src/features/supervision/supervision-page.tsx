import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { BoardPanel } from './board-panel.js';
import { MattersPanel } from './matters-panel.js';

/** 督办: what the reader supervises or is supervised for, and how the area stands. */
export function SupervisionPage() {
  const texts = useTexts().supervision;
  const maySeeBoard = useMe()?.permissions.includes('supervision.view') ?? false;
  const [parameters, setParameters] = useSearchParams();
  useDocumentTitle(texts.title);
  const board = { key: 'board', label: texts.tabs.board, children: <BoardPanel /> };
  return (
    <>
      <div className="page-head">
        <h1>{texts.title}</h1>
      </div>
      <Tabs
        activeKey={maySeeBoard && parameters.get('tab') === 'board' ? 'board' : 'matters'}
        onChange={(tab) => setParameters({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'matters', label: texts.tabs.matters, children: <MattersPanel /> },
          ...(maySeeBoard ? [board] : []),
        ]}
      />
    </>
  );
}
