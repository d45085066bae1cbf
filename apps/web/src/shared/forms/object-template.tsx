import { getUiOptions, type ObjectFieldTemplateProps } from '@rjsf/utils';

const WIDE_WIDGETS = new Set(['textarea', 'checkbox', 'division', 'radio']);
const WIDE_TITLE = 22;

/** Short fields stand side by side, long ones take the whole width. */
export function ObjectTemplate({
  title,
  description,
  properties,
  schema,
  uiSchema,
  fieldPathId,
}: ObjectFieldTemplateProps) {
  // An element of a list has its number for a title already.
  const isElement = typeof fieldPathId.path.at(-1) === 'number';
  const isRoot = fieldPathId.path.length === 0 || isElement;
  return (
    <fieldset className={isRoot ? 'form-root' : 'form-group'}>
      {isRoot || title === '' ? null : <legend>{title}</legend>}
      {isRoot || description === undefined ? null : <div className="field__hint">{description}</div>}
      <div className="form-grid">
        {properties.map((property) => (
          <div
            key={property.name}
            hidden={property.hidden}
            className={
              isWide(schema.properties?.[property.name], uiSchema?.[property.name]) ? 'form-grid__wide' : undefined
            }
          >
            {property.content}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function isWide(schema: unknown, uiSchema: unknown): boolean {
  const known = schema as { type?: unknown; title?: unknown } | undefined; // a property's schema
  const { widget } = getUiOptions(uiSchema as Record<string, unknown> | undefined); // written by uiSchemaOf
  const isNested = known?.type === 'array' || known?.type === 'object';
  const hasLongTitle = typeof known?.title === 'string' && known.title.length > WIDE_TITLE;
  return isNested || hasLongTitle || WIDE_WIDGETS.has(String(widget));
}
