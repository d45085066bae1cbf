import { createBrowserRouter } from 'react-router';
import { InboxPage } from '../features/inbox/inbox-page.js';
import { LoginPage } from '../features/session/login-page.js';
import { PageSkeleton } from '../shared/ui/page-skeleton.js';
import { AppShell } from './app-shell.js';
import { CrashPage } from './crash-page.js';
import { NotFoundPage } from './not-found-page.js';

/** Login and inbox come with the first load; everything with forms comes when it is opened. */
export const router = createBrowserRouter([
  { path: '/login', element: <LoginPage />, errorElement: <CrashPage /> },
  {
    path: '/reset-password',
    errorElement: <CrashPage />,
    hydrateFallbackElement: <PageSkeleton />,
    lazy: async () => ({
      Component: (await import('../features/session/reset-password-page.js')).ResetPasswordPage,
    }),
  },
  {
    path: '/open-account',
    errorElement: <CrashPage />,
    hydrateFallbackElement: <PageSkeleton />,
    lazy: async () => ({
      Component: (await import('../features/administration/account-opening-page.js')).AccountOpeningPage,
    }),
  },
  {
    path: '/verify-receipt',
    errorElement: <CrashPage />,
    hydrateFallbackElement: <PageSkeleton />,
    lazy: async () => ({
      Component: (await import('../features/receipts/verify-receipt-page.js')).VerifyReceiptPage,
    }),
  },
  {
    path: '/',
    element: <AppShell />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <PageSkeleton />,
    children: [
      { index: true, element: <InboxPage /> },
      {
        path: 'account',
        lazy: async () => ({ Component: (await import('../features/account/account-page.js')).AccountPage }),
      },
      {
        path: 'notifications',
        lazy: async () => ({
          Component: (await import('../features/notifications/notifications-page.js')).NotificationsPage,
        }),
      },
      {
        path: 'projects',
        lazy: async () => ({ Component: (await import('../features/projects/project-list-page.js')).ProjectListPage }),
      },
      {
        path: 'projects/new',
        lazy: async () => ({ Component: (await import('../features/projects/new-project-page.js')).NewProjectPage }),
      },
      {
        path: 'projects/:id',
        lazy: async () => ({ Component: (await import('../features/cases/case-page.js')).CasePage }),
      },
      {
        path: 'opportunities',
        lazy: async () => ({
          Component: (await import('../features/opportunities/opportunities-page.js')).OpportunitiesPage,
        }),
      },
      {
        path: 'delegations',
        lazy: async () => ({
          Component: (await import('../features/delegations/delegations-page.js')).DelegationsPage,
        }),
      },
      {
        path: 'hand-over',
        lazy: async () => ({ Component: (await import('../features/delegations/hand-over-page.js')).HandOverPage }),
      },
      {
        path: 'supervision',
        lazy: async () => ({
          Component: (await import('../features/supervision/supervision-page.js')).SupervisionPage,
        }),
      },
      {
        path: 'administration',
        lazy: async () => ({
          Component: (await import('../features/administration/administration-page.js')).AdministrationPage,
        }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
