import { textTable } from './text-table.mjs';

/**
 * The table of demo accounts as the user sees it.
 * @param {string} json output of `sanshe demo accounts --json`: an array of flat objects, or one with `accounts`
 * @returns {string}
 */
export function demoAccountsTable(json) {
  const parsed = JSON.parse(json.slice(json.search(/[[{]/)));
  /** @type {Record<string, unknown>[]} */
  const accounts = Array.isArray(parsed) ? parsed : parsed.accounts;
  const names = Object.keys(accounts[0] ?? {});
  return textTable([names, ...accounts.map((account) => names.map((name) => String(account[name] ?? '')))]);
}
