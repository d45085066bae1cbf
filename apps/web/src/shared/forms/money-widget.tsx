import type { WidgetProps } from '@rjsf/utils';
import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { capitalAmount } from '../money/capital-amount.js';
import { formatYuan, parseYuan } from '../money/yuan.js';

/** Typed in yuan, kept as integer fen, shown in 人民币大写. */
export function MoneyWidget({ id, value, onChange, onBlur, disabled, readonly, required, name }: WidgetProps) {
  const texts = useTexts();
  const fen = typeof value === 'number' ? value : null;
  const [text, setText] = useState(fen === null ? '' : formatYuan(fen));
  const typed = parseYuan(text);
  const shown = typed === fen ? text : fen === null && typed === null ? text : fen === null ? '' : formatYuan(fen);
  const change = (next: string) => {
    setText(next);
    const parsed = parseYuan(next);
    // Text that is no amount is handed on as it is, so that validation marks the field.
    onChange(next.trim() === '' ? undefined : (parsed ?? next));
  };
  const isBad = text.trim() !== '' && typed === null;
  return (
    <>
      <Input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        value={isBad ? text : shown}
        required={required}
        disabled={disabled === true || readonly === true}
        status={isBad ? 'error' : undefined}
        prefix="¥"
        suffix={texts.form.yuan}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (typed !== null) setText(formatYuan(typed));
          onBlur(id, value);
        }}
      />
      <span className="money-words">
        {isBad ? texts.form.badMoney : fen === null ? '' : `${texts.form.capital}:${capitalAmount(fen)}`}
      </span>
    </>
  );
}
