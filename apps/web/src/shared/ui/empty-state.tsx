import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** Says what would stand here and what to do next. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 64 48" width="96" height="72" aria-hidden="true">
        <path d="M6 26 16 8h32l10 18v14a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4z" fill="#f2f5f9" stroke="#b9c6d8" />
        <path d="M6 26h14c1 5 4 8 12 8s11-3 12-8h14" fill="none" stroke="#b9c6d8" />
      </svg>
      <p className="empty-state__title">{title}</p>
      {hint === undefined ? null : <p className="empty-state__hint">{hint}</p>}
      {children}
    </div>
  );
}
