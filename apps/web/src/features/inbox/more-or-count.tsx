import { Button } from 'antd';
import { useTexts } from '../../locales/use-texts.js';

interface MoreOrCountProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly text: string;
}

/** The end of a list: the next page, or how many there are. */
export function MoreOrCount({ query, text }: MoreOrCountProps) {
  const texts = useTexts();
  if (!query.hasNextPage) return <p className="count">{text}</p>;
  return (
    <div className="more">
      <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
        {texts.inbox.more}
      </Button>
    </div>
  );
}
