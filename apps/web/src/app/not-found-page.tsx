import { Button } from 'antd';
import { Link } from 'react-router';
import { useTexts } from '../locales/use-texts.js';
import { EmptyState } from '../shared/ui/empty-state.js';

export function NotFoundPage() {
  const texts = useTexts();
  return (
    <EmptyState title={texts.common.notFound}>
      <Link to="/">
        <Button type="primary">{texts.common.home}</Button>
      </Link>
    </EmptyState>
  );
}
