import type { WidgetProps } from '@rjsf/utils';
import { Input } from 'antd';

const LATEST = '2099-12-31';

/** The browser's own date field: keyboard and phone know it, and its value is already `YYYY-MM-DD`. */
export function DateWidget({ id, name, value, onChange, onBlur, disabled, readonly, required }: WidgetProps) {
  return (
    <Input
      id={id}
      name={name}
      type="date"
      max={LATEST}
      required={required}
      disabled={disabled === true || readonly === true}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={() => onBlur(id, value)}
    />
  );
}
