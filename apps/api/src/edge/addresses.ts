/** Prefix of every versioned address. */
export const API_PREFIX = 'api/v1';

/** Addresses that monitors know; they do not change with the API's version. */
export const OUTSIDE_PREFIX = ['api/health', 'api/metrics'] as const;
