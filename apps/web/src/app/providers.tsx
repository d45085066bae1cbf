import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/http.js';
import { useLanguage } from '../locales/language.js';
import { theme } from './theme.js';

const FRESH_MS = 10_000;
const MAX_RETRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: shouldRetry, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

/** A refusal is an answer; only an unreachable or busy server is asked again. */
function shouldRetry(failures: number, error: Error): boolean {
  const isAnswer = error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
  return !isAnswer && failures < MAX_RETRIES;
}

export function Providers({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <App>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
