import type { Caller } from '#libs/identity';
import type { EntityManager } from 'typeorm';
import { FundAccountEntity } from './ledger/fund-account.entity.js';
import type { LedgerContext } from './ledger/ledger.entry.js';
import { MethodCatalog } from './project/method.catalog.js';
import { ProjectEntity } from './project/project.entity.js';
import { StartProjectCommand } from './project/start-project.command.js';
import type { StartProjectDto } from './project/start-project.dto.js';

let nextId = 1;
/** Ids of test rows: small and rising, apart from those of the allocator. */
export const testId = (): number => nextId++;

const TEST_AT = '2026-03-02T01:00:00.000Z';

/** A ledger context as a command would give it. */
export function ledgerContext(manager: EntityManager, rootId: number, at = TEST_AT): LedgerContext {
  return { manager, rootId, at: new Date(at), actor: null, nextId: testId };
}

/** A project's record, valid by default. */
export class ProjectBuilder {
  private readonly row: Partial<ProjectEntity> = {
    title: '易地搬迁社区融入',
    purchaserId: 1,
    divisionCode: '513431',
    method: 'test-method',
    plannedAmount: 110_000_000,
    approvedAmount: 0,
    contractAmount: 0,
    status: 'open',
    startedAt: new Date(TEST_AT),
  };

  of(purchaserId: number): this {
    this.row.purchaserId = purchaserId;
    return this;
  }

  with(change: Partial<ProjectEntity>): this {
    Object.assign(this.row, change);
    return this;
  }

  async insert(manager: EntityManager): Promise<ProjectEntity> {
    const rootId = this.row.rootId ?? testId();
    await manager.insert(ProjectEntity, { ...this.row, rootId, code: `test-${rootId}` });
    return manager.findOneByOrFail(ProjectEntity, { rootId });
  }
}
export const aProject = (): ProjectBuilder => new ProjectBuilder();

/** A fund account, valid by default; amounts in fen. */
export class FundAccountBuilder {
  private readonly row: Partial<FundAccountEntity> = {
    purchaserId: 1,
    divisionCode: '513431',
    year: 2026,
    source: 'lottery-upper',
    documentNo: '凉财社〔2026〕3号',
    amount: 200_000_000,
  };

  of(purchaserId: number): this {
    this.row.purchaserId = purchaserId;
    return this;
  }

  holding(amount: number): this {
    this.row.amount = amount;
    return this;
  }

  titled(title: string): this {
    this.row.title = title;
    return this;
  }

  async insert(manager: EntityManager): Promise<FundAccountEntity> {
    const id = testId();
    await manager.insert(FundAccountEntity, { title: `资金来源${id}`, ...this.row, id });
    return manager.findOneByOrFail(FundAccountEntity, { id });
  }
}
export const aFundAccount = (): FundAccountBuilder => new FundAccountBuilder();

/** A case and the tasks that its last command opened. */
export interface Begun {
  readonly rootId: number;
  readonly openedTasks: readonly number[];
}

/** Begins a project as that officer, by the real command. */
export async function startProject(
  engine: { get<T>(type: new (...parts: never[]) => T): T },
  caller: Caller,
  change: Partial<StartProjectDto> = {},
): Promise<Begun> {
  const [method] = await engine.get(MethodCatalog).all();
  const request = { title: '易地搬迁社区融入', method: method?.method ?? '', plannedAmount: 110_000_000, ...change };
  const { id, openedTasks } = await engine.get(StartProjectCommand).execute(caller, request);
  return { rootId: id, openedTasks };
}
