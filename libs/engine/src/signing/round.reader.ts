import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import type { Round, Seat, SignSpec, TaskSpec } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { CaseSight } from '../authority/case.sight.js';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Candidate } from '../instances/case.rows.js';
import { RoleNames } from '../explain/role.names.js';
import { textOrNull } from '../instances/json.column.js';
import type { Language } from '../language/language.js';
import { roundOf, type Signer } from './round.keeper.js';
import { possibleOperations, removable, type SeatOperationName } from './seat.operations.js';
import { readStoredRound } from './stored.round.js';

/** One place of a round, with the person and what it said. */
export interface SeatView extends Pick<Seat, 'id' | 'status' | 'origin' | 'position' | 'weight' | 'parent'> {
  /** Null for whoever has the role. */
  readonly person: { readonly id: number; readonly name: string } | null;
  readonly organisation: string;
  /** Title of the role, in the reader's language. */
  readonly role: string;
  readonly comment: string | null;
  readonly at: Date | null;
  readonly isMine: boolean;
  /** 减签: whether the caller may take it out. */
  readonly isRemovable: boolean;
}

/** 办理轮次 as a page shows it. */
export interface RoundView {
  readonly rule: Pick<SignSpec, 'mode' | 'order' | 'onReject' | 'decideEarly' | 'abstain' | 'pass' | 'rejectCount'>;
  readonly seats: readonly SeatView[];
  /** What the caller may do now. */
  readonly operations: readonly SeatOperationName[];
}

type Row = Record<string, unknown>;

/** Who signs a task, what they said, and what the caller may do. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly sight: CaseSight,
    private readonly directory: OrganisationDirectory,
    private readonly roles: RoleNames,
  ) {}

  async read(caller: Caller, taskId: number, language: Language = 'zh'): Promise<RoundView> {
    const { row, candidates, signer } = await this.find(caller, taskId);
    const { compiled } = await this.bundles.byHash(String(row['bundle_hash']));
    const spec = compiled.states.get(String(row['state']))?.task;
    const { round } = roundOf({ round: readStoredRound(row['round']), candidates }, spec);
    const said = await this.said(taskId);
    const roleTitle = (role: string): string => this.roles.titleIn(language, role, String(row['division_code']));
    const isOpen = row['status'] === 'open' && spec !== undefined;
    return {
      rule: ruleOf(round),
      seats: round.seats.map((seat) => this.seatView(seat, { round, said, roleTitle, signer: isOpen ? signer : null })),
      operations: isOpen ? possibleOperations(spec satisfies TaskSpec, round, signer) : [],
    };
  }

  /** The caller's own seat, or that of the person for whom it acts. */
  private async find(caller: Caller, taskId: number) {
    const rows: Row[] = await this.dataSource.query(
      `SELECT t.root_id, t.state, t.status, t.round, i.bundle_hash, i.process, r.division_code FROM engine_task t
       JOIN engine_instance i ON i.id = t.instance_id JOIN engine_root r ON r.id = t.root_id WHERE t.id = ?`,
      [taskId],
    );
    const row = rows[0];
    if (!row) throw new NotVisibleError('task', taskId);
    const candidates = await this.candidates(taskId);
    const place = { process: String(row['process']), divisionCode: String(row['division_code']) };
    const standing = this.sight.standing(caller, { candidates, ...place });
    if (!standing && !(await this.sight.maySee(caller, Number(row['root_id'])))) {
      throw new NotVisibleError('task', taskId);
    }
    const principal = standing?.onBehalfOf ? this.directory.user(standing.onBehalfOf) : null;
    const signer: Signer = principal
      ? { userId: principal.id, organisationId: principal.organisationId, roles: principal.roles }
      : caller;
    return { row, candidates, signer };
  }

  private async candidates(taskId: number): Promise<readonly Candidate[]> {
    const rows: Row[] = await this.dataSource.query(
      'SELECT organisation_id, role, user_id FROM engine_task_candidate WHERE task_id = ?',
      [taskId],
    );
    return rows.map((row) => ({
      organisationId: Number(row['organisation_id']),
      role: String(row['role']),
      userId: Number(row['user_id']),
    }));
  }

  private async said(taskId: number): Promise<ReadonlyMap<number, Pick<SeatView, 'comment' | 'at'>>> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT v.seat, v.at, JSON_VALUE(h.facts, '$.comment') AS comment FROM engine_vote v
       JOIN engine_history h ON h.root_id = v.root_id AND h.seq = v.seq WHERE v.task_id = ?`,
      [taskId],
    );
    return new Map(
      rows.map((row) => [Number(row['seat']), { at: row['at'] as Date, comment: textOrNull(row['comment']) }]),
    );
  }

  private seatView(seat: Seat, { round, said, roleTitle, signer }: SeatContext): SeatView {
    const { id, status, origin, position, weight, parent, role } = seat;
    const person = seat.userId === 0 ? null : this.directory.user(seat.userId);
    return {
      ...{ id, status, origin, position, weight, parent },
      role: roleTitle(role),
      person: seat.userId === 0 ? null : { id: seat.userId, name: person?.name ?? String(seat.userId) },
      organisation: this.directory.byId(seat.organisationId)?.name ?? '',
      ...(said.get(id) ?? { comment: null, at: null }),
      isMine: signer?.userId === seat.userId,
      isRemovable: signer !== null && removable(round, signer).includes(seat),
    };
  }
}

interface SeatContext {
  readonly round: Round;
  readonly said: ReadonlyMap<number, Pick<SeatView, 'comment' | 'at'>>;
  readonly signer: Signer | null;
  readonly roleTitle: (role: string) => string;
}

function ruleOf({ rule }: Round): RoundView['rule'] {
  const { mode, order, onReject, decideEarly, abstain, pass, rejectCount } = rule;
  return {
    ...{ mode, order, onReject, decideEarly, abstain },
    ...(pass ? { pass } : {}),
    ...(rejectCount === undefined ? {} : { rejectCount }),
  };
}
