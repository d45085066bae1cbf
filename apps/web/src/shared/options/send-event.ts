import { casesSend, type CommandAnswer } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import type { FormData } from '../../api/shapes.js';

interface SendRequest {
  readonly instanceId: number;
  readonly event: string;
  readonly form: FormData;
  readonly key: string;
}

export function sendEvent({ instanceId, event, form, key }: SendRequest): Promise<CommandAnswer> {
  return answer(casesSend({ id: instanceId, event, idempotencyKey: key, eventDto: { form } }));
}
