import type {
  CountedBackSpec,
  DecisionUse,
  EachSpec,
  EffectCall,
  SubprocessSpec,
  SuspensionSpec,
  TaskOperation,
} from '#libs/kernel';
import type { Titles, Words } from './change.js';
import { codeWords, inputText, lawWords, listWords, same } from './wording.js';

const OPERATIONS = {
  claim: { zh: '认领', en: 'claim' },
  transfer: { zh: '转办', en: 'transfer' },
  delegate: { zh: '委派', en: 'delegate' },
  'add-before': { zh: '前加签', en: 'add signers before' },
  'add-after': { zh: '后加签', en: 'add signers after' },
  'remove-signer': { zh: '减签', en: 'remove signers' },
  return: { zh: '退回', en: 'return' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  'take-back': { zh: '拿回', en: 'take back' },
  reject: { zh: '驳回', en: 'reject' },
  cancel: { zh: '撤销', en: 'cancel' },
  copy: { zh: '抄送', en: 'copy' },
  'late-entry': { zh: '补录', en: 'late entry' },
  decline: { zh: '请求另抽', en: 'decline' },
} satisfies { readonly [operation in TaskOperation]: Words };

/** The words of a name of a closed set; a name that a later version of the language knows stands for itself. */
export function wordsIn(set: Readonly<Record<string, Words>>, name: string): Words {
  return set[name] ?? codeWords(name);
}

/** What people may do with a task besides completing it. */
export function operationWords(operations: readonly TaskOperation[]): Words {
  const all = operations.map((operation) => wordsIn(OPERATIONS, operation));
  return { zh: all.map(({ zh }) => zh).join('、') || '无', en: all.map(({ en }) => en).join(', ') || 'none' };
}

/** 倒推期限: `questionsClose`, the last day on which so much still lies before the date. */
export function countedBackWords(titleOf: (name: string) => Words, law: Titles): (spec: CountedBackSpec) => Words {
  return ({ until, minus, law: reference }) => {
    const [day, length] = [titleOf(until), titleOf(minus)];
    const basis = reference === undefined ? same('') : lawWords(law)([reference]);
    return {
      zh: `${day.zh}之前${length.zh}截止${basis.zh === '' ? '' : `（依据${basis.zh}）`}`,
      en: `ends ${length.en} before ${day.en}${basis.en === '' ? '' : ` (${basis.en})`}`,
    };
  };
}

/** Which table is asked, and with what. */
export function decisionWords({ table, with: input }: DecisionUse): Words {
  return {
    zh: `按决策表“${table}”确定（${inputText(input)}）`,
    en: `decided by the table "${table}" (${inputText(input)})`,
  };
}

/** 子流程, one or one for each element of a list. */
export function callWords({ process, with: input, each }: SubprocessSpec): Words {
  const called = `“${process}”(${inputText(input)})`;
  return each === undefined ? same(called) : eachWords(called, each);
}

function eachWords(called: string, { list, as, completeWhen }: EachSpec): Words {
  const end =
    completeWhen === undefined
      ? { zh: '，全部办结后继续', en: '; goes on when all are done' }
      : {
          zh: `，满足“${completeWhen}”即继续，其余终止`,
          en: `; goes on as soon as “${completeWhen}” holds, the others are stopped`,
        };
  return {
    zh: `按清单“${list}”逐项（${as}）启动${called}${end.zh}`,
    en: `${called} for each element (${as}) of “${list}”${end.en}`,
  };
}

/** 暂停: for what cause, what stands still and what goes on. */
function suspensionWords(titles: Titles): (effect: string, suspension: SuspensionSpec) => Words {
  return (effect, { scope, cause, except }) => {
    const law = lawWords(titles)([cause]);
    const whole = scope === 'case';
    if (effect === 'resume')
      return {
        zh: `${whole ? '恢复整个项目' : '恢复本流程'}因${law.zh}的暂停`,
        en: `resumes ${whole ? 'the whole case' : 'this process'} after the suspension under ${law.en}`,
      };
    const on = listWords(except);
    return {
      zh: `因${law.zh}暂停${whole ? '整个项目' : '本流程'}的办理和计时${except.length === 0 ? '' : `（${on.zh}除外）`}`,
      en: `suspends ${whole ? 'the whole case' : 'this process'} under ${law.en}${except.length === 0 ? '' : ` (but not ${on.en})`}`,
    };
  };
}

/** 不得发生的环节 of an event of the whole process. */
export function exceptWords(states: readonly string[]): Words {
  const all = states.map((state) => codeWords(state).zh);
  return { zh: all.join('、') || '无', en: all.join(', ') || 'none' };
}

/** What happens by itself: suspensions in words, all else by its name and input. */
export function effectWords(titles: Titles): (effects: readonly EffectCall[]) => Words {
  const suspended = suspensionWords(titles);
  return (effects) => {
    const all = effects.map(({ effect, with: input, suspension }) =>
      suspension === undefined ? same(`${effect}(${inputText(input)})`) : suspended(effect, suspension),
    );
    return { zh: all.map(({ zh }) => zh).join('、') || '无', en: all.map(({ en }) => en).join(', ') || 'none' };
  };
}
