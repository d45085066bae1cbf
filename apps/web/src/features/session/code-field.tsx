import { Alert, Input } from 'antd';
import { useTexts } from '../../locales/use-texts.js';

interface CodeFieldProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** The second factor, once the first was right. */
export function CodeField({ code, onChange }: CodeFieldProps) {
  const texts = useTexts();
  return (
    <>
      <Alert type="info" showIcon title={texts.secondFactor.asked} />
      <label htmlFor="code">{texts.secondFactor.atLogin}</label>
      <Input
        id="code"
        name="code"
        size="large"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
