import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { capitalAmount } from './capital-amount.js';
import { formatYuan, parseYuan } from './yuan.js';

interface MoneyInputProps {
  readonly id: string;
  readonly name?: string;
  /** Integer fen. */
  readonly value: number | undefined;
  readonly isDisabled?: boolean;
  readonly onChange: (fen: number | undefined) => void;
  readonly onBlur?: () => void;
}

/** Typed in yuan, kept as integer fen, shown in 人民币大写. */
export function MoneyInput({ id, name, value, isDisabled = false, onChange, onBlur }: MoneyInputProps) {
  const texts = useTexts();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === undefined ? '' : formatYuan(value));
  const isBad = shown.trim() !== '' && parseYuan(shown) === null;
  return (
    <>
      <Input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        disabled={isDisabled}
        status={isBad ? 'error' : undefined}
        prefix="¥"
        suffix={texts.form.yuan}
        onChange={(event) => {
          setText(event.target.value);
          onChange(parseYuan(event.target.value) ?? undefined);
        }}
        onBlur={() => {
          if (!isBad) setText(null);
          onBlur?.();
        }}
      />
      <span className={isBad ? 'money-words problem' : 'money-words'}>
        {isBad ? texts.form.badMoney : value === undefined ? '' : `${texts.form.capital} ${capitalAmount(value)}`}
      </span>
    </>
  );
}
