import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { RoundDetail, SeatDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { roundQuery } from './api/operations.js';
import { useSeatName } from './seat-name.js';
import { useSignRule } from './sign-rule.js';

const COLOURS: Readonly<Record<SeatDetail['status'], string>> = {
  waiting: 'default',
  open: 'processing',
  paused: 'warning',
  approved: 'success',
  rejected: 'error',
  abstained: 'default',
  advised: 'success',
  removed: 'default',
};

/** 签署情况: who signs, in which order, what they said, and by which rule it is decided. */
export function RoundPanel({ rootId, taskId }: { readonly rootId: number; readonly taskId: number }) {
  const texts = useTexts();
  const ruleInWords = useSignRule();
  const round = useQuery(roundQuery(rootId, taskId)).data;
  if (round === undefined || !isWorthShowing(round)) return null;
  return (
    <section className="round" aria-label={texts.round.title}>
      <h3>{texts.round.title}</h3>
      <p className="muted">{ruleInWords(round.rule)}</p>
      <ol className="round__seats">
        {inOrder(round).map(({ seat, depth }) => (
          <SeatItem key={seat.id} seat={seat} depth={depth} round={round} />
        ))}
      </ol>
    </section>
  );
}

interface SeatItemProps {
  readonly seat: SeatDetail;
  readonly depth: number;
  readonly round: RoundDetail;
}

function SeatItem({ seat, depth, round }: SeatItemProps) {
  const texts = useTexts();
  const seatName = useSeatName();
  const parent = round.seats.find(({ id }) => id === seat.parent);
  const isTurn = round.rule.order === 'sequential' && seat.origin === 'assigned';
  return (
    <li className={depth > 0 ? 'round__seat is-asked' : 'round__seat'}>
      <p className="round__who">
        <strong>{seatName(seat)}</strong>
        {seat.isMine ? <Tag color="blue">{texts.round.mine}</Tag> : null}
        {isTurn ? <Tag>{texts.round.turn(seat.position + 1)}</Tag> : null}
        {seat.origin === 'assigned' ? null : <Tag color="gold">{texts.round.origins[seat.origin]}</Tag>}
        {seat.weight > 1 ? <Tag>{texts.round.weight(seat.weight)}</Tag> : null}
        <Tag color={COLOURS[seat.status]}>{texts.round.statuses[seat.status]}</Tag>
        {seat.at === null ? null : <time className="muted">{formatDateTime(seat.at)}</time>}
      </p>
      {parent === undefined ? null : <p className="muted">{texts.round.by(seatName(parent))}</p>}
      {seat.comment === null || seat.comment === '' ? null : <blockquote>{seat.comment}</blockquote>}
    </li>
  );
}

function isWorthShowing({ seats }: RoundDetail): boolean {
  return seats.length > 1 || seats.some(({ origin, at }) => origin !== 'assigned' || at !== null);
}

/** Those who were asked stand below the one who asked them. */
function inOrder(
  { seats }: Pick<RoundDetail, 'seats'>,
  parent: number | null = null,
  depth = 0,
): { seat: SeatDetail; depth: number }[] {
  return seats
    .filter((seat) => seat.parent === parent)
    .sort((one, other) => one.position - other.position)
    .flatMap((seat) => [{ seat, depth }, ...inOrder({ seats }, seat.id, depth + 1)]);
}
