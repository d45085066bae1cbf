import { Progress } from 'antd';
import type { ProjectDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatYuan } from '../../shared/money/yuan.js';

const LINES = ['planned', 'approved', 'released', 'committed', 'paid', 'returned'] as const;
const WHOLE = 100;

/** Where the project's money stands. */
export function MoneyPanel({ project }: { readonly project: ProjectDetail | null }) {
  const texts = useTexts();
  if (project === null) return null;
  const { money } = project;
  return (
    <section className="panel">
      <h2>{texts.project.money}</h2>
      <dl className="money">
        {LINES.filter((line) => line === 'planned' || money[line] !== 0).map((line) => (
          <div key={line}>
            <dt>{texts.project[line]}</dt>
            <dd>¥ {formatYuan(money[line])}</dd>
          </div>
        ))}
      </dl>
      {money.committed > 0 ? (
        <Progress
          percent={Math.floor((money.paid * WHOLE) / money.committed)}
          size="small"
          aria-label={texts.project.paid}
        />
      ) : null}
      {money.approved === 0 ? <p className="muted">{texts.project.noMoney}</p> : null}
      <ul className="plain-list">
        {money.accounts.map((account) => (
          <li key={account.account} className="muted">
            {account.title} ¥ {formatYuan(account.approved)}
          </li>
        ))}
      </ul>
    </section>
  );
}
