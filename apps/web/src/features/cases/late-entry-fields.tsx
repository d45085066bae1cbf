import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import type { LateEntryDto } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import type { LateEntryDraft } from '../../shared/commands/draft.js';
import { AttachmentField } from '../../shared/forms/attachment-field.js';
import type { FormContext } from '../../shared/forms/form-context.js';

const REASON_LIMIT = 500;
const EMPTY: LateEntryDraft = { at: '', reason: '' };
/** China has one time zone and no summer time. */
const OFFSET = ':00+08:00';

interface LateEntryFieldsProps {
  /** Null while nothing is entered late. */
  readonly value: LateEntryDraft | null;
  readonly onChange: (value: LateEntryDraft | null) => void;
  readonly context: FormContext;
  /** It was tried to submit without all of it. */
  readonly isIncomplete: boolean;
}

/** 补录: when it was really done, why it is entered only now, and the paper that shows it. */
export function LateEntryFields({ value, onChange, context, isIncomplete }: LateEntryFieldsProps) {
  const texts = useTexts().lateEntry;
  const id = useId();
  return (
    <fieldset className="late-entry">
      <Checkbox checked={value !== null} onChange={(event) => onChange(event.target.checked ? EMPTY : null)}>
        {texts.choose}
      </Checkbox>
      {value === null ? null : (
        <>
          <p className="muted">{texts.lead}</p>
          <div className="form-grid">
            <div>
              <label className="field__label" htmlFor={`${id}-at`}>
                {texts.at}
              </label>
              <Input
                id={`${id}-at`}
                type="datetime-local"
                value={value.at}
                onChange={(event) => onChange({ ...value, at: event.target.value })}
              />
            </div>
            <div>
              <label className="field__label" htmlFor={`${id}-document`}>
                {texts.document}
              </label>
              <AttachmentField
                id={`${id}-document`}
                value={value.document}
                onChange={(document) => onChange({ at: value.at, reason: value.reason, ...(document && { document }) })}
                isLocked={false}
                context={context}
              />
            </div>
            <div className="form-grid__wide">
              <label className="field__label" htmlFor={`${id}-reason`}>
                {texts.reason}
              </label>
              <Input
                id={`${id}-reason`}
                maxLength={REASON_LIMIT}
                value={value.reason}
                onChange={(event) => onChange({ ...value, reason: event.target.value })}
              />
            </div>
          </div>
          {isIncomplete && lateEntryOf(value) === null ? (
            <p className="problem" role="alert">
              {texts.missing}
            </p>
          ) : null}
        </>
      )}
    </fieldset>
  );
}

/** As it is sent; undefined where nothing is entered late, null while something is missing. */
export function lateEntryOf(draft: LateEntryDraft | null): LateEntryDto | null | undefined {
  if (draft === null) return undefined;
  const { at, reason, document } = draft;
  if (at === '' || reason.trim() === '' || document === undefined) return null;
  return { at: new Date(`${at}${OFFSET}`).toISOString(), reason: reason.trim(), document };
}
