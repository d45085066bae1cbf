const UNIT = 1024;

export function formatSize(bytes: number): string {
  if (bytes < UNIT) return `${bytes} B`;
  if (bytes < UNIT * UNIT) return `${Math.ceil(bytes / UNIT)} KB`;
  return `${(bytes / UNIT / UNIT).toFixed(1)} MB`;
}
