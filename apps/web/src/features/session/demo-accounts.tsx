import type { About } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';

interface DemoAccountsProps {
  readonly about: About;
  readonly onChoose: (login: string) => void;
}

/** Accounts of invented people, so that a visitor can look around. */
export function DemoAccounts({ about, onChoose }: DemoAccountsProps) {
  const texts = useTexts();
  const hint = about.demoPassword === null ? texts.demo.passwordElsewhere : texts.demo.password(about.demoPassword);
  return (
    <div className="demo-accounts">
      <h2>
        {texts.demo.accounts}
        <small>
          {texts.demo.accountsHint}
          {hint}
        </small>
      </h2>
      <ul>
        {about.demoAccounts.map((account) => (
          <li key={account.login}>
            <button type="button" onClick={() => onChoose(account.login)}>
              <span className="demo-accounts__role">{account.role}</span>
              <span className="demo-accounts__organisation">
                {account.organisation} · {account.name}
              </span>
              <code>{account.login}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
