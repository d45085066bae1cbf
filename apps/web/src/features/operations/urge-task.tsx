import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { urgeTask } from './api/operations.js';
import { OperationDialog } from './operation-dialog.js';

interface UrgeTaskProps {
  readonly rootId: number;
  readonly taskId: number;
  readonly title: string;
}

/** 催办 of what somebody else has. */
export function UrgeTask({ rootId, taskId, title }: UrgeTaskProps) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [keys] = useState(() => new KeyKeeper());
  const name = texts.operations.names.urge;
  return (
    <>
      <Button size="small" aria-label={`${name} ${title}`} onClick={() => setOpen(true)}>
        {name}
      </Button>
      {isOpen ? (
        <OperationDialog
          rootId={rootId}
          title={name}
          consequence={texts.operations.consequences.urge}
          missing={null}
          isReasonNeeded={false}
          send={(comment) => urgeTask(taskId, comment, keys.keyFor(comment))}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
