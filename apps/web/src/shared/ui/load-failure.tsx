import { Alert, Button } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { useProblemText } from './problem-text.js';

interface LoadFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function LoadFailure({ error, onRetry }: LoadFailureProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  return (
    <Alert
      type="error"
      showIcon
      title={texts.common.failed}
      description={problemText(error)}
      action={
        <Button size="small" onClick={onRetry}>
          {texts.common.retry}
        </Button>
      }
    />
  );
}
