import { Input } from 'antd';
import type { TaskAction } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Draft } from '../../shared/commands/draft.js';

const COMMENT_LIMIT = 2000;

interface OpinionFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** 办理意见 for steps whose form does not ask for one itself. */
export function OpinionField({ value, onChange }: OpinionFieldProps) {
  const texts = useTexts();
  return (
    <div className="field">
      <label className="field__label" htmlFor="opinion">
        {texts.task.opinion}
      </label>
      <Input.TextArea
        id="opinion"
        rows={3}
        maxLength={COMMENT_LIMIT}
        placeholder={texts.task.opinionHint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export function asksOpinion(action: TaskAction): boolean {
  const properties = action.form?.schema.properties;
  return typeof properties === 'object' && properties !== null && 'opinion' in properties;
}

/** The form's own opinion is what the timeline shows. */
export function commentOf(hasOwnOpinion: boolean, draft: Draft): string {
  const { opinion } = draft.form;
  return hasOwnOpinion && typeof opinion === 'string' ? opinion : draft.comment;
}
