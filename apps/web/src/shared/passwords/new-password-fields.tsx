import { Input } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { usePolicyText } from './password-policy.js';

export interface NewPassword {
  readonly fresh: string;
  readonly again: string;
}

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
}

/** A new password, twice, with what it must be like. */
export function NewPasswordFields({ value, onChange }: NewPasswordFieldsProps) {
  const texts = useTexts();
  const policy = usePolicyText();
  return (
    <>
      <label htmlFor="new-password">{texts.password.fresh}</label>
      <Input.Password
        id="new-password"
        autoComplete="new-password"
        aria-describedby="password-policy"
        value={value.fresh}
        onChange={(event) => onChange({ ...value, fresh: event.target.value })}
      />
      <p id="password-policy" className="muted">
        {policy}
      </p>
      <label htmlFor="new-password-again">{texts.password.again}</label>
      <Input.Password
        id="new-password-again"
        autoComplete="new-password"
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.target.value })}
      />
    </>
  );
}
