import { Alert } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { useDuties } from '../../shared/session/use-duties.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { DutiesPanel } from '../delegations/duties-panel.js';
import { CalendarPanel } from './calendar-panel.js';
import { PasswordPanel } from './password-panel.js';
import { SecondFactorPanel } from './second-factor-panel.js';
import { SessionsPanel } from './sessions-panel.js';

/** One's own account. While something must be done with it first, this page is all there is, and shows that alone. */
export function AccountPage() {
  const texts = useTexts();
  const duties = useDuties();
  useDocumentTitle(texts.account.title);
  const [duty] = duties;
  return (
    <>
      <div className="page-head">
        <h1>{texts.account.title}</h1>
      </div>
      <div className="stack account-page">
        {duty === undefined ? null : (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={texts.account.dutyTitle}
            description={texts.account.duties[duty]}
          />
        )}
        {duty === 'second-factor' ? null : <PasswordPanel />}
        {duty === 'password-change' ? null : <SecondFactorPanel />}
        {duty === undefined ? <DutiesPanel /> : null}
        {duty === undefined ? <CalendarPanel /> : null}
        {duty === undefined ? <SessionsPanel /> : null}
      </div>
    </>
  );
}
