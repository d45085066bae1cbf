import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RoundDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { claimTask, type Decision, releaseTask, retractVote, roundQuery } from './api/operations.js';
import { OperationDialog } from './operation-dialog.js';
import { type DialogOperation, isPeopleOperation, shownOperations } from './operation-names.js';
import { PeopleDialog } from './people-dialog.js';
import { RemoveSignersDialog } from './remove-signers-dialog.js';

interface OperationsBarProps {
  readonly rootId: number;
  readonly taskId: number;
  readonly isMine: boolean;
  /** Asked when 后加签 is chosen: marks what is missing in the form above. */
  readonly decide: () => Decision | null;
}

/** Every operation that is possible for the caller now, beside deciding. */
export function OperationsBar({ rootId, taskId, isMine, decide }: OperationsBarProps) {
  const texts = useTexts();
  const round = useQuery(roundQuery(rootId, taskId)).data;
  const [chosen, setChosen] = useState<{ name: DialogOperation; decision: Decision | null } | null>(null);
  if (round === undefined) return null;
  const shown = shownOperations(round, isMine);
  if (shown.length === 0) return null;
  const choose = (name: DialogOperation) => setChosen({ name, decision: name === 'add-after' ? decide() : null });
  return (
    <div className="operations">
      <span className="field__label">{texts.operations.title}</span>
      <div className="button-row">
        {shown.map((name) => (
          <Button key={name} onClick={() => choose(name)}>
            {texts.operations.names[name]}
          </Button>
        ))}
      </div>
      {chosen === null ? null : (
        <ChosenDialog {...chosen} rootId={rootId} taskId={taskId} round={round} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}

interface ChosenDialogProps {
  readonly name: DialogOperation;
  readonly decision: Decision | null;
  readonly rootId: number;
  readonly taskId: number;
  readonly round: RoundDetail;
  readonly onClose: () => void;
}

function ChosenDialog({ name, decision, round, ...place }: ChosenDialogProps) {
  const texts = useTexts();
  if (isPeopleOperation(name)) return <PeopleDialog operation={name} decision={decision} {...place} />;
  if (name === 'remove-signer') return <RemoveSignersDialog round={round} {...place} />;
  const send = { claim: claimTask, release: releaseTask, retract: retractVote }[name];
  return (
    <OperationDialog
      rootId={place.rootId}
      title={texts.operations.names[name]}
      consequence={texts.operations.consequences[name]}
      missing={null}
      isReasonNeeded={name === 'retract'}
      send={(comment) => send(place.taskId, comment)}
      onClose={place.onClose}
    />
  );
}
