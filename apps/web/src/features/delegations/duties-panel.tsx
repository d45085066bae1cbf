import { Link } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { HAND_OVER } from './hand-over.permission.js';

/** The way from the account to 代理 and 离职转办. */
export function DutiesPanel() {
  const texts = useTexts();
  const me = useMe();
  return (
    <section className="panel" aria-label={texts.delegations.duties}>
      <h2>{texts.delegations.duties}</h2>
      <ul className="plain-list">
        <li>
          <Link to="/delegations">{texts.delegations.title}</Link>
          <p className="muted">{texts.delegations.lead}</p>
        </li>
        {me?.permissions.includes(HAND_OVER) === true ? (
          <li>
            <Link to="/hand-over">{texts.handOver.title}</Link>
            <p className="muted">{texts.handOver.lead}</p>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
