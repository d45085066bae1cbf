import { Injectable } from '@nestjs/common';
import { type Caller, may } from '#libs/identity';
import { CaseSight } from '../authority/case.sight.js';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { LawBook } from '../definitions/law.book.js';
import { type CaseSnapshot, CaseSnapshots } from '../instances/case.snapshot.js';
import { type Language, titleIn } from '../language/language.js';
import { OVERSEE } from '../inbox/inbox.reader.js';
import { CancelRule } from './cancel.rule.js';
import { InterventionAuthority } from './intervention.authority.js';
import type { InterventionKind } from './intervention.js';
import { causesIn } from './suspension.causes.js';

/** A state to which an instance could be sent; whether the way is free is asked when it is proposed. */
export interface JumpTarget {
  readonly instance: number;
  readonly process: string;
  readonly state: string;
  readonly title: string;
}

/** What the caller could do with a case as a whole. */
export interface CasePowersView {
  readonly cancel: boolean;
  /** 催办: whether the caller began the case or oversees tasks; which of them is asked when it is sent. */
  readonly urge: boolean;
  readonly interventions: readonly InterventionKind[];
  readonly jumps: readonly JumpTarget[];
  /** 挂起: the legal causes that the deadlines of the case list. */
  readonly causes: readonly SuspensionCause[];
}

/** A law for which the case may stand still. */
export interface SuspensionCause {
  /** `key#article` of config/law. */
  readonly reference: string;
  readonly citation: string;
}

const WHILE_OPEN = ['suspend', 'activate', 'jump', 'terminate', 'void'] as const;
const NONE: Pick<CasePowersView, 'interventions' | 'jumps' | 'causes'> = { interventions: [], jumps: [], causes: [] };

/** Reads what a page offers on a case: 撤销 and 干预. */
@Injectable()
export class CasePowers {
  constructor(
    private readonly snapshots: CaseSnapshots,
    private readonly sight: CaseSight,
    private readonly rule: CancelRule,
    private readonly authority: InterventionAuthority,
    private readonly bundles: BundleStore,
    private readonly laws: LawBook,
  ) {}

  async read(caller: Caller, rootId: number, language: Language): Promise<CasePowersView> {
    const snapshot = await this.snapshots.read(rootId);
    if (!snapshot || !this.sight.sees(caller, snapshot)) throw new NotVisibleError('case', rootId);
    const cancel = (await this.rule.obstacle(caller, snapshot)) === null;
    const urge = may(caller, OVERSEE) || (await this.rule.isInitiator(caller, rootId));
    return { cancel, urge, ...(await this.interventions(caller, snapshot, language)) };
  }

  private async interventions(caller: Caller, snapshot: CaseSnapshot, language: Language) {
    const { id, status } = snapshot.root;
    if (!may(caller, 'cases.intervene') || !(await this.authority.mayIntervene(caller, id))) return NONE;
    if (status === 'done') return NONE;
    if (status !== 'open') return { interventions: ['wake'] as const, jumps: [], causes: [] };
    return {
      interventions: WHILE_OPEN,
      jumps: await this.jumps(snapshot, language),
      causes: await this.causes(snapshot, language),
    };
  }

  private async causes({ instances }: CaseSnapshot, language: Language): Promise<readonly SuspensionCause[]> {
    const active = instances.filter(({ status }) => status === 'active');
    const bundles = await Promise.all(active.map(({ bundleHash }) => this.bundles.byHash(bundleHash)));
    const causes = [...new Set(bundles.flatMap(({ compiled }) => causesIn(compiled)))].sort();
    return causes.map((reference) => ({ reference, citation: this.laws.cite(reference, language) }));
  }

  private async jumps({ instances }: CaseSnapshot, language: Language): Promise<readonly JumpTarget[]> {
    const found: JumpTarget[] = [];
    for (const { id, bundleHash, status } of instances) {
      if (status !== 'active') continue;
      const { compiled } = await this.bundles.byHash(bundleHash);
      const process = titleIn(language, compiled.definition.title, compiled.definition.process);
      for (const [state, spec] of compiled.states) {
        if (spec.task) found.push({ instance: id, process, state, title: titleIn(language, spec.title, state) });
      }
    }
    return found;
  }
}
