import { ProblemError, problemOf, send } from '../../../api/http.js';

/** A plain link cannot carry the token: the file is fetched and handed to the browser as a download. */
export async function downloadFile(path: string, name: string): Promise<void> {
  const response = await send(path);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  saveAs(await response.blob(), name);
}

export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
