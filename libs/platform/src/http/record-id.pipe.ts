import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { UserError } from '../errors/user.error.js';

const RULES = {
  isInt: { zh: '应为整数', en: 'must be an integer' },
  min: { zh: '不得小于 1', en: 'must not be less than 1' },
  max: { zh: '超出编号范围', en: 'is larger than any id' },
} as const;

/** Thrown when an address holds a number that no record can have; the caller corrects the address. */
export class BadIdError extends UserError {
  constructor(name: string, rule: keyof typeof RULES) {
    const { zh, en } = RULES[rule];
    super({
      code: 'platform.bad-shape',
      status: 400,
      zh: `请求有误：/${name} ${zh}。`,
      en: `Bad request: /${name} ${en}.`,
      fields: [{ field: `/${name}`, rule, zh, en }],
    });
  }
}

/** The id of a record in an address: a whole number from 1 on. Every route refuses all else alike, with 400. */
@Injectable()
export class RecordIdPipe implements PipeTransform<unknown, number> {
  transform(value: unknown, { data: name = 'id' }: Pick<ArgumentMetadata, 'data'>): number {
    const text = String(value);
    if (!/^-?\d+$/.test(text)) throw new BadIdError(name, 'isInt');
    const id = Number(text);
    if (id < 1) throw new BadIdError(name, 'min');
    if (!Number.isSafeInteger(id)) throw new BadIdError(name, 'max');
    return id;
  }
}
