import { Tooltip } from 'antd';
import type { TaskAction } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';

interface ActionChoiceProps {
  readonly actions: readonly TaskAction[];
  readonly chosen: string | null;
  readonly onChoose: (event: string) => void;
}

/** The outcomes that this task may have; what is not possible now says why. */
export function ActionChoice({ actions, chosen, onChoose }: ActionChoiceProps) {
  const texts = useTexts();
  if (actions.length === 1 && actions[0]?.enabled === true) return null;
  return (
    <fieldset className="action-choice">
      <legend className="field__label">{texts.task.choose}</legend>
      <div className="action-choice__options">
        {actions.map((action) => (
          <Tooltip key={action.event} title={action.enabled ? undefined : action.reason}>
            <label className={action.enabled ? 'action-option' : 'action-option is-disabled'}>
              <input
                type="radio"
                name="action"
                value={action.event}
                disabled={!action.enabled}
                checked={action.event === chosen}
                onChange={() => onChoose(action.event)}
              />
              <span>{action.title}</span>
              {action.enabled || action.reason === null ? null : <small>{action.reason}</small>}
            </label>
          </Tooltip>
        ))}
      </div>
    </fieldset>
  );
}
