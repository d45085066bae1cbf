/** Sorts tasks without a due time behind all others. */
export const FAR_FUTURE = new Date('9999-12-31T00:00:00.000Z');
