import { Button } from 'antd';
import { useTexts } from '../locales/use-texts.js';
import { EmptyState } from '../shared/ui/empty-state.js';

/** What is shown instead of a white page. A new release may have removed a code chunk: reloading cures that. */
export function CrashPage() {
  const texts = useTexts();
  return (
    <EmptyState title={texts.common.crashed} hint={texts.common.crashedHint}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {texts.common.reload}
      </Button>
    </EmptyState>
  );
}
