/** Only pages of this application: an address given from outside must not lead away. */
export function pageAfter(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) ? from : '/';
}
