import { Alert } from 'antd';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { fieldProblemsOf, statusOf, useProblemText } from '../ui/problem-text.js';

const CONFLICT = 409;

/** Why nothing was submitted, which fields are concerned, and that nothing typed is lost. */
export function RefusalAlert({ error }: { readonly error: unknown }) {
  const texts = useTexts();
  const language = useLanguage();
  const problemText = useProblemText();
  if (error === null || error === undefined) return null;
  const fields = fieldProblemsOf(error);
  const isConflict = statusOf(error) === CONFLICT;
  return (
    <Alert
      className="refusal"
      type={isConflict ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={isConflict ? texts.task.conflict : texts.task.refused}
      description={
        <>
          <p>{problemText(error)}</p>
          {fields.length < 2 ? null : (
            <ul>
              {fields.map((field) => (
                <li key={`${field.field} ${field.rule}`}>{field[language]}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
