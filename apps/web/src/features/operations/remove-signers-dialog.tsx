import { Checkbox } from 'antd';
import { useState } from 'react';
import type { RoundDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { removeSigners } from './api/operations.js';
import { OperationDialog } from './operation-dialog.js';
import { useSeatName } from './seat-name.js';

interface RemoveSignersDialogProps {
  readonly rootId: number;
  readonly taskId: number;
  readonly round: RoundDetail;
  readonly onClose: () => void;
}

/** 减签. */
export function RemoveSignersDialog({ rootId, taskId, round, onClose }: RemoveSignersDialogProps) {
  const texts = useTexts();
  const seatName = useSeatName();
  const [seats, setSeats] = useState<number[]>([]);
  const removable = round.seats.filter(({ isRemovable }) => isRemovable);
  return (
    <OperationDialog
      rootId={rootId}
      title={texts.operations.names['remove-signer']}
      consequence={texts.operations.consequences['remove-signer']}
      missing={seats.length === 0 ? texts.operations.seatsMissing : null}
      isReasonNeeded
      send={(comment) => removeSigners(taskId, seats, comment)}
      onClose={onClose}
    >
      <fieldset className="operation__choices">
        <legend className="field__label">{texts.operations.seats}</legend>
        <Checkbox.Group
          value={seats}
          onChange={setSeats}
          options={removable.map((seat) => ({ value: seat.id, label: seatName(seat) }))}
        />
      </fieldset>
    </OperationDialog>
  );
}
