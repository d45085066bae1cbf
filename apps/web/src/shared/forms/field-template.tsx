import type { FieldTemplateProps } from '@rjsf/utils';

/** Label, field, hint and problems; the label belongs to the field for screen readers. */
export function FieldTemplate(props: FieldTemplateProps) {
  const {
    id,
    label,
    required,
    hidden,
    displayLabel,
    rawDescription,
    rawErrors = [],
    children,
    schema,
    uiSchema,
  } = props;
  if (hidden === true) return <div hidden>{children}</div>;
  const isContainer = schema.type === 'object' || schema.type === 'array';
  const isCheckbox = uiSchema?.['ui:widget'] === 'checkbox';
  const hasLabel = displayLabel === true && !isCheckbox && !isContainer;
  return (
    <div className={rawErrors.length > 0 && !isContainer ? 'field has-problem' : 'field'}>
      {hasLabel ? (
        <label className="field__label" htmlFor={id}>
          {label}
          {required === true ? <span className="field__required">*</span> : null}
        </label>
      ) : null}
      {children}
      {isContainer || rawDescription === undefined || rawDescription === '' ? null : (
        <div className="field__hint">{rawDescription}</div>
      )}
      {rawErrors.length === 0 ? null : (
        <ul className="field__problems" role="alert">
          {[...new Set(rawErrors)].map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
