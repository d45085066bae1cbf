import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { currentLanguage, setLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { Brand } from '../../shared/ui/brand.js';
import { DemoRibbon } from '../../shared/ui/demo-ribbon.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';

/** Frame of the pages before the login. */
export function LoginFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const texts = useTexts();
  useDocumentTitle(title);
  return (
    <div className="login">
      <DemoRibbon />
      <div className="login__body">
        <section className="login__lead">
          <Brand />
          <p>{texts.login.lead}</p>
          <ol className="login__stages">
            {Object.values(texts.stages).map((stage) => (
              <li key={stage}>{stage}</li>
            ))}
          </ol>
        </section>
        <section className="login__panel panel">
          <div className="login__title">
            <h1>{title}</h1>
            <Button
              type="link"
              size="small"
              icon={<TranslationOutlined />}
              onClick={() => setLanguage(currentLanguage() === 'en' ? 'zh' : 'en')}
            >
              {texts.nav.language}
            </Button>
          </div>
          {children}
        </section>
      </div>
    </div>
  );
}
