import type { WidgetProps } from '@rjsf/utils';
import { MoneyInput } from '../money/money-input.js';

export function MoneyWidget({ id, name, value, onChange, onBlur, disabled, readonly }: WidgetProps) {
  return (
    <MoneyInput
      id={id}
      name={name}
      value={typeof value === 'number' ? value : undefined}
      isDisabled={disabled === true || readonly === true}
      onChange={(fen) => onChange(fen)}
      onBlur={() => onBlur(id, value)}
    />
  );
}
