import { Injectable } from '@nestjs/common';
import { SecretBox, SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { enrol, type Enrolment } from './authenticator.js';
import { RecoveryCodes } from './recovery.codes.js';
import { SecondFactorChecker } from './second-factor.checker.js';
import { SEAL_CONTEXT, SecondFactor } from './second-factor.entity.js';
import {
  NoSecondFactorError,
  SecondFactorRequiredByRoleError,
  SecondFactorStandsError,
  WrongCodeError,
} from './second-factor.error.js';
import type { SecondFactorView } from './second-factor.view.js';

/** 动态口令 of an account: set up, proved, taken away. Whoever calls has asked for the password. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly clock: SystemClock,
    private readonly checker: SecondFactorChecker,
    private readonly recovery: RecoveryCodes,
    private readonly catalogue: RoleCatalogue,
  ) {}

  async describe(user: UserRecord): Promise<SecondFactorView> {
    const factor = await this.find(user.id);
    return {
      isOn: Boolean(factor?.confirmedAt),
      isRequired: this.catalogue.needsSecondFactor(user.roles),
      recoveryCodesLeft: await this.recovery.left(this.dataSource.manager, user.id),
    };
  }

  /** A new secret; it counts from the first code that proves it. */
  async begin(user: UserRecord): Promise<Enrolment> {
    if ((await this.find(user.id))?.confirmedAt) throw new SecondFactorStandsError();
    const enrolment = enrol(user.login);
    const sealedSecret = this.box.seal(enrolment.secret, SEAL_CONTEXT);
    const row = { userId: user.id, sealedSecret, createdAt: this.clock.now(), confirmedAt: null, lastStep: null };
    await this.dataSource.manager.upsert(SecondFactor, row, ['userId']);
    return enrolment;
  }

  /** Answers the recovery codes. */
  async confirm(userId: number, code: string): Promise<readonly string[]> {
    const factor = await this.find(userId);
    if (!factor) throw new NoSecondFactorError();
    if (factor.confirmedAt) throw new SecondFactorStandsError();
    if (!(await this.checker.take(factor, code))) throw new WrongCodeError(422);
    return this.dataSource.transaction(async (manager) => {
      await manager.update(SecondFactor, { userId }, { confirmedAt: this.clock.now() });
      return this.recovery.renew(manager, userId);
    });
  }

  async renewRecoveryCodes(userId: number): Promise<readonly string[]> {
    if (!(await this.find(userId))?.confirmedAt) throw new NoSecondFactorError();
    return this.dataSource.transaction((manager) => this.recovery.renew(manager, userId));
  }

  /** One's own, unless a role requires it. */
  async remove(user: UserRecord): Promise<void> {
    if (this.catalogue.needsSecondFactor(user.roles)) throw new SecondFactorRequiredByRoleError();
    await this.dataSource.transaction((manager) => this.drop(manager, user.id));
  }

  /** Of whoever lost the phone and the recovery codes; one whose role requires it sets it up at the next login. */
  async drop(manager: EntityManager, userId: number): Promise<void> {
    await this.recovery.drop(manager, userId);
    const { affected } = await manager.delete(SecondFactor, { userId });
    if (affected !== 1) throw new NoSecondFactorError();
  }

  private find(userId: number): Promise<SecondFactor | null> {
    return this.dataSource.manager.findOneBy(SecondFactor, { userId });
  }
}
