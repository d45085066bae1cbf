import { Injectable } from '@nestjs/common';
import { type Deed, UnmaskingJournal } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { UnknownSealedValueError } from './personal-data.error.js';
import { PersonalVault } from './personal.vault.js';

/** Hands out a value of a case in the clear, for a reason, to whoever sees the case; recorded before. */
@Injectable()
export class SealedValueOpener {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: PersonalVault,
    private readonly visibility: Visibility,
    private readonly journal: UnmaskingJournal,
  ) {}

  async open(deed: Deed, id: number, reason: string): Promise<string> {
    const found = await this.vault.find(id);
    if (!found || !(await this.visibility.maySee(deed.caller, found.rootId))) throw new UnknownSealedValueError();
    const subject = { kind: 'case', id: found.rootId, name: `sealed:${id}`, field: found.field, reason } as const;
    await this.journal.write(this.dataSource.manager, deed, subject);
    return found.value;
  }
}
