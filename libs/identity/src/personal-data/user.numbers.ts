import { Injectable } from '@nestjs/common';
import { maskOf } from '#libs/kernel';
import { SecretBox, type SealedColumn } from '#libs/platform';

/** 个人信息 of a person that is kept sealed, and the format that masks it. */
export const PERSONAL_FIELDS = { phone: 'phone', idNumber: 'id-number' } as const;
export type PersonalField = keyof typeof PERSONAL_FIELDS;

const CONTEXTS: Readonly<Record<PersonalField, string>> = {
  phone: 'identity_user.phone',
  idNumber: 'identity_user.id_number',
};

/** For the rotation of keys. Requests for an account use the contexts of the users that they become. */
export const SEALED_NUMBERS: readonly SealedColumn[] = [
  { table: 'identity_user', key: 'id', column: 'sealed_phone', context: CONTEXTS.phone, index: 'phone_index' },
  {
    table: 'identity_user',
    key: 'id',
    column: 'sealed_id_number',
    context: CONTEXTS.idNumber,
    index: 'id_number_index',
  },
  { table: 'identity_account_request', key: 'id', column: 'sealed_phone', context: CONTEXTS.phone },
  { table: 'identity_account_request', key: 'id', column: 'sealed_id_number', context: CONTEXTS.idNumber },
];

export interface PersonalNumbers {
  readonly phone: string | null;
  readonly idNumber: string | null;
}

/** The columns of identity_user that hold them. */
export interface SealedNumbers {
  readonly sealedPhone: string | null;
  readonly phoneIndex: string | null;
  readonly sealedIdNumber: string | null;
  readonly idNumberIndex: string | null;
}

/** Seals telephone and identity numbers of users, and shows as much of them as may be shown. */
@Injectable()
export class UserNumbers {
  constructor(private readonly box: SecretBox) {}

  seal({ phone, idNumber }: PersonalNumbers): SealedNumbers {
    return {
      sealedPhone: phone === null ? null : this.box.seal(phone, CONTEXTS.phone),
      phoneIndex: phone === null ? null : this.box.index(phone, CONTEXTS.phone),
      sealedIdNumber: idNumber === null ? null : this.box.seal(idNumber, CONTEXTS.idNumber),
      idNumberIndex: idNumber === null ? null : this.box.index(idNumber, CONTEXTS.idNumber),
    };
  }

  open(field: PersonalField, sealed: string | null): string | null {
    return sealed === null ? null : this.box.open(sealed, CONTEXTS[field]);
  }

  masked({ sealedPhone, sealedIdNumber }: Pick<SealedNumbers, 'sealedPhone' | 'sealedIdNumber'>): PersonalNumbers {
    return { phone: this.mask('phone', sealedPhone), idNumber: this.mask('idNumber', sealedIdNumber) };
  }

  /** Values of the index column under which a number may stand. */
  indexes(field: PersonalField, number: string): readonly string[] {
    return this.box.indexes(number, CONTEXTS[field]);
  }

  private mask(field: PersonalField, sealed: string | null): string | null {
    const opened = this.open(field, sealed);
    return opened === null ? null : maskOf(PERSONAL_FIELDS[field], opened);
  }
}
