import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { queries } from '../api/queries.js';
import { useLanguage } from '../locales/language.js';
import { theme } from './theme.js';

export function Providers({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <App>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
