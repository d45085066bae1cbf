import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { TaskDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import { takeBackTask, withdrawTask } from './api/ways-back.js';
import { useLeaveTask } from './use-leave-task.js';

const SEND = { withdraw: withdrawTask, takeBack: takeBackTask };
type OwnOperation = keyof typeof SEND;

interface OwnStepProps {
  readonly task: TaskDetail;
  readonly rootId: number;
}

/** 撤回 and 拿回 of what one has done oneself; whether it is still possible the server says. */
export function OwnStep({ task, rootId }: OwnStepProps) {
  const texts = useTexts().waysBack;
  const leave = useLeaveTask(rootId);
  const [chosen, setChosen] = useState<OwnOperation | null>(null);
  const possible = (['withdraw', 'takeBack'] as const).filter((name) => task.operations[name]);
  if (possible.length === 0) return null;
  return (
    <div className="task-form">
      <Alert type="success" showIcon title={texts.ownStep} />
      <div className="button-row">
        {possible.map((name) => (
          <Button key={name} onClick={() => setChosen(name)}>
            {texts[name]}
          </Button>
        ))}
      </div>
      {chosen === null ? null : (
        <OperationDialog
          rootId={rootId}
          title={texts[chosen]}
          consequence={texts[`${chosen}Consequence`]}
          missing={null}
          isReasonNeeded
          send={(comment) => SEND[chosen](task.id, comment).then(leave)}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}
