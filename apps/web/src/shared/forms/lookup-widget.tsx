import type { WidgetProps } from '@rjsf/utils';
import { Input, Select } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import type { FormContext } from './form-context.js';

/** A choice among records of the case (`x-lookup`); typed by hand where the page has no list. */
export function LookupWidget({ id, value, onChange, disabled, readonly, options, schema, registry }: WidgetProps) {
  const texts = useTexts();
  const context = registry.formContext as FormContext; // given by SchemaForm alone
  const choices = context.lookups[String(options.lookup)] ?? [];
  const isLocked = disabled === true || readonly === true;
  const isInteger = schema.type === 'integer';
  if (choices.length === 0) {
    return (
      <Input
        id={id}
        value={value === undefined || value === null ? '' : String(value)}
        inputMode={isInteger ? 'numeric' : 'text'}
        disabled={isLocked}
        onChange={(event) => onChange(typedValue(event.target.value, isInteger))}
      />
    );
  }
  return (
    <Select
      id={id}
      value={value as string | number | undefined} // the schema of a lookup is a string or an integer
      placeholder={texts.form.choose}
      disabled={isLocked}
      options={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      onChange={(choice) => onChange(choice)}
      showSearch
      optionFilterProp="label"
    />
  );
}

function typedValue(text: string, isInteger: boolean): string | number | undefined {
  if (text.trim() === '') return undefined;
  return isInteger && /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : text;
}
