/** Whether a state hears an event that is addressed to that one: itself and the states around it do. */
export function hears(path: string, to: string | undefined): boolean {
  return to === undefined || path === '' || to === path || to.startsWith(`${path}.`);
}
