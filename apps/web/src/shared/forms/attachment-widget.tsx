import type { WidgetProps } from '@rjsf/utils';
import { AttachmentField } from './attachment-field.js';
import type { FormContext } from './form-context.js';

/** An attachment as a field of a form: its id. */
export function AttachmentWidget({ id, value, onChange, disabled, readonly, registry }: WidgetProps) {
  return (
    <AttachmentField
      id={id}
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
      isLocked={disabled === true || readonly === true}
      context={registry.formContext as FormContext} // given by SchemaForm alone
    />
  );
}
