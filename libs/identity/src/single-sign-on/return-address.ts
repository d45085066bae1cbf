/** Only letters, digits and what pages of this application use: no host, no control character, nothing to be decoded twice. */
const PAGE = /^\/(?![/\\])[\w\-./?=&%~+,:]*$/;
const LONGEST = 500;

/** A page of this application that an address from outside names; the first page when it leads anywhere else. */
export function returnAddressOf(from: string | undefined): string {
  return from !== undefined && from.length <= LONGEST && PAGE.test(from) ? from : '/';
}
