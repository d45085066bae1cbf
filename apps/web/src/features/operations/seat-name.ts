import type { SeatDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';

/** Who sits there: a person, or whoever has the role. */
export function useSeatName(): (seat: SeatDetail) => string {
  const texts = useTexts();
  return ({ person, organisation, role }) => `${organisation} ${person?.name ?? texts.round.anyone(role)}`;
}
