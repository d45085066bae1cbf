import { queries } from '../../api/queries.js';
import { aboutQuery } from '../session/about.js';

/** Named so that a file of a training is never taken for a real one. */
const TRAINING = '培训-';

/** Hands content to the browser as a download. */
export function saveAs(content: Blob, name: string): void {
  const isTraining = queries.getQueryData(aboutQuery().queryKey)?.training === true;
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = isTraining ? `${TRAINING}${name}` : name;
  link.click();
  URL.revokeObjectURL(address);
}
