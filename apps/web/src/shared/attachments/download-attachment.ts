import { ProblemError, problemOf, send } from '../../api/http.js';
import type { Attachment } from '../../api/shapes.js';
import { saveAs } from './save-as.js';

/** A plain link cannot carry the token: the file is fetched and handed to the browser as a download. */
export async function downloadAttachment(attachment: Pick<Attachment, 'id' | 'name'>): Promise<void> {
  const response = await send(`/api/v1/attachments/${attachment.id}`);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  saveAs(await response.blob(), attachment.name);
}
