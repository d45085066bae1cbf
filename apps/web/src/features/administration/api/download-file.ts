import { ProblemError, problemOf, send } from '../../../api/http.js';
import { saveAs } from '../../../shared/attachments/save-as.js';

/** A plain link cannot carry the token: the file is fetched and handed to the browser as a download. */
export async function downloadFile(path: string, name: string): Promise<void> {
  const response = await send(path);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  saveAs(await response.blob(), name);
}
