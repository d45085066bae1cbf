import type { ReactNode } from 'react';

interface LabelledFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | null;
  readonly children: ReactNode;
}

export function LabelledField({ id, label, hint, problem, children }: LabelledFieldProps) {
  return (
    <div className={problem === null ? 'field' : 'field has-problem'}>
      <label className="field__label" htmlFor={id}>
        {label}
        <span className="field__required">*</span>
      </label>
      {children}
      {hint === undefined ? null : <div className="field__hint">{hint}</div>}
      {problem === null ? null : (
        <p className="field__problems" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
