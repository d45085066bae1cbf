import type { WidgetProps } from '@rjsf/utils';
import type { DivisionLevel } from '../divisions/division-codes.js';
import { DivisionPicker } from '../divisions/division-picker.js';
import type { FormContext } from './form-context.js';

const TOWNSHIP_LENGTH = 9;

/** A place; the schema's `x-level` or its length says how far down. */
export function DivisionWidget({ id, value, onChange, disabled, readonly, schema, registry }: WidgetProps) {
  const context = registry.formContext as FormContext; // given by SchemaForm alone
  return (
    <DivisionPicker
      id={id}
      within={context.divisionCode}
      level={levelAsked(schema)}
      value={typeof value === 'string' ? value : undefined}
      isDisabled={disabled === true || readonly === true}
      onChange={onChange}
    />
  );
}

function levelAsked(schema: Readonly<Record<string, unknown>>): DivisionLevel {
  const level = schema['x-level'];
  if (level === 'county' || level === 'township' || level === 'village') return level;
  return schema.maxLength === TOWNSHIP_LENGTH ? 'township' : 'village';
}
