import { useTexts } from '../../locales/use-texts.js';
import { maskedIn } from './masked-value.js';
import { PersonalValue } from './personal-value.js';
import {
  fieldsOf,
  isRecord,
  isTable,
  isWordList,
  type RecordField,
  type RecordObject,
  textOf,
} from './record-fields.js';

/** A stage's record as the server gives it: facts as a list of terms, rows as a table. */
export function RecordView({ value }: { readonly value: RecordObject }) {
  const texts = useTexts();
  const fields = fieldsOf(value, texts);
  const facts = fields.filter((field) => !isRecord(field.value) && !Array.isArray(field.value));
  const parts = fields.filter((field) => isRecord(field.value) || isTable(field.value));
  const lists = fields.filter((field) => isWordList(field.value));
  if (facts.length + parts.length + lists.length === 0) return <p className="muted">{texts.project.noRecord}</p>;
  return (
    <div className="record">
      {facts.length + lists.length === 0 ? null : (
        <dl className="record__facts">
          {[...facts, ...lists].map((field) => (
            <div key={field.name} className={textOf(field, texts).length > 40 ? 'is-long' : undefined}>
              <dt>{field.label}</dt>
              <dd>
                <FieldValue field={field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {parts.map((field) => (
        <div key={field.name} className="record__part">
          <h3>{field.label}</h3>
          {isTable(field.value) ? <RecordTable rows={field.value} /> : null}
          {isRecord(field.value) ? <RecordView value={field.value} /> : null}
        </div>
      ))}
    </div>
  );
}

function FieldValue({ field }: { readonly field: RecordField }) {
  const texts = useTexts();
  const masked = maskedIn(field.value);
  return masked === null ? textOf(field, texts) : <PersonalValue masked={masked} />;
}

function RecordTable({ rows }: { readonly rows: readonly RecordObject[] }) {
  const texts = useTexts();
  const columns = fieldsOf(Object.assign({}, ...rows) as RecordObject, texts).filter((field) => !isTable(field.value));
  return (
    <div className="record__scroll">
      <table className="record__table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.name}>
                  <FieldValue field={{ ...column, value: row[column.name] }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
