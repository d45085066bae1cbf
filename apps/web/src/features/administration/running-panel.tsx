import { Button } from 'antd';
import { queueBoardOpen } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';
import { useChange } from './use-change.js';

/** 系统运行: the way to the board of the queues, which is a page of its own. */
export function RunningPanel() {
  const texts = useTexts().administration.running;
  const open = useChange(
    () => answer(queueBoardOpen()),
    ({ address }) => window.open(address, '_blank', 'noopener'),
  );
  return (
    <section className="panel">
      <h2>{texts.queues}</h2>
      <p className="muted">{texts.queuesNote}</p>
      <div className="button-row">
        <Button loading={open.isPending} onClick={() => open.mutate(undefined)}>
          {texts.openQueues}
        </Button>
      </div>
    </section>
  );
}
