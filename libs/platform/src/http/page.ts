import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { UserError } from '../errors/user.error.js';

/** Keyset paging: `after` is the `next` of the page before. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @ApiPropertyOptional({ description: 'Cursor: `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Thrown when a cursor was not made by this API; the caller starts from the first page. */
export class BadCursorError extends UserError {
  constructor() {
    super({
      code: 'platform.bad-cursor',
      status: 400,
      zh: '分页游标无效;请从第一页重新读取。',
      en: 'The cursor is not valid; start from the first page.',
      fields: [{ field: '/after', rule: 'cursor', zh: '游标无效', en: 'not a cursor' }],
    });
  }
}

export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export function decodeCursor(cursor: string, length: number): (string | number)[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  const isKey =
    Array.isArray(key) &&
    key.length === length &&
    key.every((part) => typeof part === 'string' || typeof part === 'number');
  if (!isKey) throw new BadCursorError();
  return key;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadCursorError();
    throw error;
  }
}

/** Cuts a list read with `limit + 1` rows into a page. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items, next };
}
