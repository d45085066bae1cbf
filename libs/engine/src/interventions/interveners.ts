import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { CaseEnder } from './case.ender.js';
import { CaseFreezer } from './case.freezer.js';
import { CaseJumper } from './case.jumper.js';
import { CaseWaker } from './case.waker.js';
import { CaseStandingError } from './intervention.error.js';
import { type Intervener, type Intervention, type InterventionKind, factsOf } from './intervention.js';

/** Who carries out which kind. */
@Injectable()
export class Interveners {
  private readonly all: readonly Intervener[];

  constructor(ender: CaseEnder, waker: CaseWaker, jumper: CaseJumper, freezer: CaseFreezer) {
    this.all = [endingBy(ender), waker, jumper, freezer];
  }

  of(kind: InterventionKind): Intervener {
    const found = this.all.find(({ kinds }) => kinds.includes(kind));
    if (!found) throw new RangeError(`nobody carries out the intervention ${kind}`);
    return found;
  }
}

const ENDS = { terminate: 'terminated', void: 'void' } as const;

/** 终止 and 作废. */
function endingBy(ender: CaseEnder): Intervener {
  return {
    kinds: ['terminate', 'void'],
    check: assertOpen,
    apply: (tx: CaseTransaction, intervention: Intervention): Promise<number> => {
      const facts: JsonObject = factsOf(intervention);
      return ender.end(tx, intervention.kind === 'void' ? ENDS.void : ENDS.terminate, facts);
    },
  };
}

function assertOpen({ root }: CaseTransaction): void {
  if (root.status !== 'open') throw new CaseStandingError('ended');
}
