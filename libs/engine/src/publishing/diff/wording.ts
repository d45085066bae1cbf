import type { DueSpec, Json, Localized, ParameterSpec, PartyRole, StateSpec, ValueType } from '#libs/kernel';
import type { Titles, Words } from './change.js';

const DURATION =
  /^(-)?P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W(?!D))?(?:(\d+)D)?(?:(\d+)WD)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS: readonly Words[] = [
  { zh: '年', en: 'year' },
  { zh: '个月', en: 'month' },
  { zh: '周', en: 'week' },
  { zh: '日', en: 'day' },
  { zh: '个工作日', en: 'working day' },
  { zh: '小时', en: 'hour' },
  { zh: '分钟', en: 'minute' },
  { zh: '秒', en: 'second' },
];

/** Numbers of years, months, weeks, days, working days, hours, minutes and seconds; null for any other text. */
function partsOf(duration: string): readonly number[] | null {
  const match = DURATION.exec(duration);
  return match === null ? null : match.slice(2).map((part: string | undefined) => Number(part ?? 0));
}

/** `P10D` as 10日, 10 days; a text that is no duration stays what it is. */
export function durationWords(duration: string): Words {
  const parts = partsOf(duration);
  if (parts === null) return same(duration);
  const filled = parts.flatMap((count, index): Words[] => {
    const unit = UNITS[index];
    if (!unit || count === 0) return [];
    return [{ zh: `${count}${unit.zh}`, en: `${count} ${unit.en}${count === 1 ? '' : 's'}` }];
  });
  if (filled.length === 0) return { zh: '0日', en: '0 days' };
  return { zh: filled.map(({ zh }) => zh).join(''), en: filled.map(({ en }) => en).join(' ') };
}

/** When a reminder goes out, seen from the due time. */
export function reminderWords(offset: string): Words {
  const length = durationWords(offset);
  if (partsOf(offset)?.every((count) => count === 0) === true) return { zh: '到期当日', en: 'on the due day' };
  return offset.startsWith('-')
    ? { zh: `到期前${length.zh}`, en: `${length.en} before` }
    : { zh: `到期后${length.zh}`, en: `${length.en} after` };
}

/** 延长, 缩短: only where both count the same single unit. */
export function lengthVerb(from: string, to: string): Words | null {
  const [before, after] = [singleUnit(from), singleUnit(to)];
  if (!before || before.unit !== after?.unit) return null;
  return after.count > before.count ? { zh: '延长为', en: 'grows to' } : { zh: '缩短为', en: 'shrinks to' };
}

function singleUnit(duration: string): { readonly unit: number; readonly count: number } | null {
  const parts = partsOf(duration) ?? [];
  const unit = parts.findIndex((count) => count !== 0);
  const count = parts[unit];
  return count !== undefined && parts.filter((other) => other !== 0).length === 1 ? { unit, count } : null;
}

/** A value of a parameter or variable. */
export function valueWords(type: ValueType, value: Json): Words {
  if (value === null) return { zh: '未设', en: 'not set' };
  if (type === 'duration' && typeof value === 'string') return durationWords(value);
  if (type === 'boolean') return value === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (type === 'money' && typeof value === 'number') return { zh: `${yuan(value)}元`, en: `CNY ${yuan(value)}` };
  return same(typeof value === 'string' ? `“${value}”` : JSON.stringify(value));
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function titleWords({ zh, en }: Localized): Words {
  return { zh: `“${zh}”`, en: `"${en ?? zh}"` };
}

/** A party by its titles where they are known. */
export function partyWords(titles: Titles): (party: PartyRole) => Words {
  return (party) => titleWords(titles.party?.(party) ?? { zh: `${party.organisation}/${party.role}` });
}

export function formWords(titles: Titles): (name: string) => Words {
  return (name) => titleWords(titles.form?.(name) ?? { zh: name });
}

export function lawWords(titles: Titles): (ids: readonly string[]) => Words {
  return (ids) => {
    const all = ids.map((id) => titles.law?.(id) ?? { zh: id });
    return {
      zh: all.map(({ zh }) => zh).join('、') || '无',
      en: all.map(({ zh, en }) => en ?? zh).join(', ') || 'none',
    };
  };
}

export function inputText(input: Readonly<Record<string, string>>): string {
  return Object.entries(input)
    .map(([name, text]) => `${name} = ${text}`)
    .join(', ');
}

/** A period that a due or extension names: a literal, or the title of a parameter. */
export function periodWords(parameters: Readonly<Record<string, ParameterSpec>>, text: string): Words {
  const parameter = parameters[text];
  return parameter ? titleWords(parameter.title ?? { zh: text }) : durationWords(text);
}

export function remindersWords(remind: DueSpec['remind']): Words {
  const all = remind.map(reminderWords);
  return { zh: all.map(({ zh }) => zh).join('、') || '无', en: all.map(({ en }) => en).join(', ') || 'none' };
}

export function stateLabel(state: StateSpec): Words {
  if (state.path === '') return { zh: '', en: '' };
  return {
    zh: `环节“${state.title?.zh ?? state.path}”：`,
    en: `Step "${state.title?.en ?? state.title?.zh ?? state.path}": `,
  };
}

export function same(text: string): Words {
  return { zh: text, en: text };
}

/** Words that stand in the definition as code, quoted alike in both languages. */
export function codeWords(text: string): Words {
  return same(`“${text}”`);
}

export function listWords(names: readonly string[]): Words {
  return { zh: names.join('、') || '无', en: names.join(', ') || 'none' };
}

export function flagWords(value: boolean): Words {
  return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
}
