import { Button } from 'antd';
import { useTexts } from '../../locales/use-texts.js';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const texts = useTexts();
  return (
    <div className="account-form">
      <h3>{texts.secondFactor.recoveryTitle}</h3>
      <p>{texts.secondFactor.recoveryLead}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onKept}>
        {texts.secondFactor.recoveryKept}
      </Button>
    </div>
  );
}
