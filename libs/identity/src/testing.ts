import { IdAllocator, SystemClock } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { Credential } from './credentials/credential.entity.js';
import type { Caller, OrganisationRecord, UserRecord } from './index.js';
import { completeCreditCode } from './organisations/credit-code.js';
import { DirectoryWriter } from './organisations/directory.writer.js';
import { PasswordHasher } from './session/password.hasher.js';

/** Password of every user that `aUser()` makes. */
export const TEST_PASSWORD = 'Correct-Horse-7';

let counter = 0;
let passwordHash: Promise<string> | null = null;

/** An organisation that is valid by default: a county's civil affairs bureau. */
export function anOrganisation(): OrganisationFactory {
  return new OrganisationFactory();
}

/** A user that is valid by default; says with `of` where. */
export function aUser(): UserFactory {
  return new UserFactory();
}

/** A caller without a token, for what is tested below HTTP. */
export function aCaller(overrides: Partial<Caller> = {}): Caller {
  const organisationId = overrides.organisationId ?? 1;
  return {
    userId: 1,
    organisationId,
    organisationKind: 'civil-affairs',
    divisionCode: '513431',
    name: '测试人员',
    roles: [],
    sessionFamily: 1,
    duties: [],
    scope: { kind: 'party', organisationId },
    permissions: new Set(),
    ...overrides,
  };
}

export class OrganisationFactory {
  private draft = { name: '测试单位', kind: 'civil-affairs', divisionCode: '513431', creditCode: '' };

  ofKind(kind: string): this {
    return this.with({ kind });
  }

  in(divisionCode: string): this {
    return this.with({ divisionCode });
  }

  named(name: string): this {
    return this.with({ name });
  }

  withCreditCode(creditCode: string): this {
    return this.with({ creditCode });
  }

  async insert(dataSource: DataSource): Promise<OrganisationRecord> {
    const draft = { ...this.draft, isDemo: false, creditCode: this.draft.creditCode || nextCreditCode() };
    const ids = await inWriter(dataSource, (writer) => writer.putOrganisations([draft]));
    return { ...draft, id: ids.get(draft.creditCode) ?? 0, status: 'active' };
  }

  private with(change: Partial<OrganisationFactory['draft']>): this {
    this.draft = { ...this.draft, ...change };
    return this;
  }
}

export class UserFactory {
  private draft = {
    login: '',
    name: '测试人员',
    organisationId: 0,
    roles: [] as readonly string[],
    changedAt: new SystemClock().now() as Date | null,
  };

  of(organisation: { id: number }): this {
    return this.with({ organisationId: organisation.id });
  }

  withRoles(...roles: string[]): this {
    return this.with({ roles });
  }

  withLogin(login: string): this {
    return this.with({ login });
  }

  named(name: string): this {
    return this.with({ name });
  }

  /** Somebody else chose the password: it must be changed at the first login. */
  withForeignPassword(): this {
    return this.with({ changedAt: null });
  }

  async insert(dataSource: DataSource): Promise<UserRecord> {
    const login = this.draft.login || `user.${nextNumber()}`;
    passwordHash ??= new PasswordHasher().hash(TEST_PASSWORD);
    const { changedAt, ...person } = this.draft;
    const draft = { ...person, login, email: `${login}@test.example`, isDemo: false };
    const row = { ...draft, passwordHash: await passwordHash };
    const ids = await inWriter(dataSource, (writer) => writer.putUsers([row]));
    const id = ids.get(login) ?? 0;
    await dataSource.manager.upsert(Credential, { userId: id, changedAt, mustChange: false }, ['userId']);
    return { ...draft, id, status: 'active' };
  }

  private with(change: Partial<UserFactory['draft']>): this {
    this.draft = { ...this.draft, ...change };
    return this;
  }
}

async function inWriter<T>(dataSource: DataSource, write: (writer: DirectoryWriter) => Promise<T>): Promise<T> {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  return dataSource.transaction((manager) => write(new DirectoryWriter(manager, ids, new SystemClock())));
}

function nextNumber(): number {
  counter += 1;
  return counter;
}

function nextCreditCode(): string {
  return completeCreditCode(`11000000T${String(nextNumber()).padStart(7, '0')}`);
}
