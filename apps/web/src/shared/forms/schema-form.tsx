import { Theme as AntdTheme } from '@rjsf/antd';
import { withTheme } from '@rjsf/core';
import type { ErrorSchema, RegistryWidgetsType, RJSFValidationError } from '@rjsf/utils';
import { type ReactNode, type Ref, useMemo } from 'react';
import type { FormData, JsonSchema } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { ArrayItemTemplate, ArrayTemplate } from './array-template.js';
import { AttachmentWidget } from './attachment-widget.js';
import { DateWidget } from './date-widget.js';
import { DivisionWidget } from './division-widget.js';
import { FieldTemplate } from './field-template.js';
import type { FormContext } from './form-context.js';
import { LookupWidget } from './lookup-widget.js';
import { MoneyWidget } from './money-widget.js';
import { ObjectTemplate } from './object-template.js';
import { uiSchemaOf } from './ui-schema.js';
import { createValidator } from './validator.js';

const ThemedForm = withTheme(AntdTheme);

const widgets: RegistryWidgetsType = {
  money: MoneyWidget,
  date: DateWidget,
  attachment: AttachmentWidget,
  division: DivisionWidget,
  lookup: LookupWidget,
};

const templates = {
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ArrayTemplate,
  ArrayFieldItemTemplate: ArrayItemTemplate,
};

export interface SchemaFormHandle {
  validateForm(): boolean;
}

interface SchemaFormProps {
  readonly schema: JsonSchema;
  readonly value: FormData;
  readonly context: FormContext;
  /** Problems that the server found, by place in the form. */
  readonly problems?: ErrorSchema;
  readonly isDisabled?: boolean;
  readonly handle: Ref<SchemaFormHandle>;
  readonly onChange: (value: FormData, isTyped: boolean) => void;
  readonly children?: ReactNode;
}

/** A form as data: fields, order, texts and rules come from the JSON Schema of the process. */
export function SchemaForm({ schema, value, context, problems, isDisabled, handle, onChange }: SchemaFormProps) {
  const texts = useTexts();
  const validator = useMemo(() => createValidator(texts), [texts]);
  const uiSchema = useMemo(() => ({ ...uiSchemaOf(schema), 'ui:submitButtonOptions': { norender: true } }), [schema]);
  return (
    <ThemedForm
      // RJSF's handle is its whole class component; only `validateForm` of it is used.
      ref={handle as Ref<never>}
      tagName="div"
      schema={schema}
      uiSchema={uiSchema}
      formData={value}
      formContext={context}
      validator={validator}
      widgets={widgets}
      templates={templates}
      extraErrors={problems}
      disabled={isDisabled}
      showErrorList={false}
      noHtml5Validate
      focusOnFirstError={focusField}
      omitExtraData
      liveOmit="onChange"
      // A promise (`const: true`) must be ticked by a person, never filled in.
      experimental_defaultFormStateBehavior={{
        constAsDefaults: 'never',
        emptyObjectFields: 'populateRequiredDefaults',
      }}
      // Forms are objects at the top; a change without a field is the form's own filling in.
      onChange={(event, field) => onChange((event.formData ?? {}) as FormData, field !== undefined)}
    />
  );
}

/** The form stands inside the page's own form element, so its fields are found by their ids. */
function focusField({ property = '' }: RJSFValidationError): void {
  document.getElementById(`root${property.replaceAll('.', '_')}`)?.focus();
}
