/** What a response offers. */
export interface Offer {
  readonly responseId: number;
  readonly organisationId: number;
  /** Fen, at least 1. */
  readonly price: number;
}

/** All points that one member gave one response. */
export interface Mark {
  readonly responseId: number;
  readonly points: number;
}

/** A response in rank order; scores in hundredths of a point. */
export interface RankedOffer extends Offer {
  readonly quality: number;
  readonly priceScore: number;
  readonly total: number;
}

const HUNDREDTHS = 100;

/**
 * 综合评分: the mean of the members' points, plus the price by the lowest price (low price first).
 * No mark is dropped; ties go to the lower price, then to the better quality, then to the earlier response.
 */
export function rankOffers(offers: readonly Offer[], marks: readonly Mark[], priceWeight: number): RankedOffer[] {
  const lowest = Math.min(...offers.map((offer) => offer.price));
  return offers.map((offer) => scored(offer, { marks, lowest, priceWeight })).sort(compare);
}

interface Measure {
  readonly marks: readonly Mark[];
  readonly lowest: number;
  readonly priceWeight: number;
}

function scored(offer: Offer, { marks, lowest, priceWeight }: Measure): RankedOffer {
  const own = marks.filter((mark) => mark.responseId === offer.responseId);
  const sum = own.reduce((total, mark) => total + mark.points, 0);
  const quality = own.length === 0 ? 0 : roundedShare(sum, HUNDREDTHS, own.length);
  const priceScore = roundedShare(lowest, priceWeight * HUNDREDTHS, offer.price);
  return { ...offer, quality, priceScore, total: quality + priceScore };
}

/** `amount × factor ÷ divisor`, half up, without leaving the integers. */
function roundedShare(amount: number, factor: number, divisor: number): number {
  const twice = 2n * BigInt(amount) * BigInt(factor);
  return Number((twice + BigInt(divisor)) / (2n * BigInt(divisor)));
}

function compare(a: RankedOffer, b: RankedOffer): number {
  return b.total - a.total || a.price - b.price || b.quality - a.quality || a.responseId - b.responseId;
}
