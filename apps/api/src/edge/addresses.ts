/** Prefix of every versioned address. */
export const API_PREFIX = 'api/v1';

/** Addresses that monitors and calendar programs know; they do not change with the API's version. */
export const OUTSIDE_PREFIX = ['api/health', 'api/metrics', 'api/calendar/:file'] as const;
