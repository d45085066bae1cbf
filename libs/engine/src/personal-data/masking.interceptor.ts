import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { from, mergeMap, type Observable } from 'rxjs';
import { PersonalVault } from './personal.vault.js';

const REFERENCE = /^sealed:([1-9]\d{0,15})$/;
const ERASED = '***';

/**
 * Puts masks into every answer of the API in place of `sealed:<id>`, as `138****8000#<id>`: the one door, so that no route
 * can forget. The number is what the whole value is asked for with.
 */
@Injectable()
export class MaskingInterceptor implements NestInterceptor {
  constructor(private readonly vault: PersonalVault) {}

  intercept(_: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(mergeMap((answer) => from(this.masked(answer))));
  }

  private async masked(answer: unknown): Promise<unknown> {
    if (answer instanceof StreamableFile) return answer;
    const ids = new Set<number>();
    collect(answer, ids);
    if (ids.size === 0) return answer;
    const masks = await this.vault.masks([...ids]);
    return replace(answer, masks);
  }
}

function collect(value: unknown, ids: Set<number>): void {
  if (typeof value === 'string') {
    const id = value.startsWith('sealed:') ? REFERENCE.exec(value)?.[1] : undefined;
    if (id !== undefined) ids.add(Number(id));
  } else if (Array.isArray(value)) for (const item of value) collect(item, ids);
  else if (isPlain(value)) for (const member of Object.values(value)) collect(member, ids);
}

function replace(value: unknown, masks: ReadonlyMap<number, string>): unknown {
  if (typeof value === 'string') {
    const id = REFERENCE.exec(value)?.[1];
    return id === undefined ? value : `${masks.get(Number(id)) ?? ERASED}#${id}`;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => replace(item, masks));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replace(member, masks)]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}
