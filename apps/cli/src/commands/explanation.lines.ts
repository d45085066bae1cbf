import type { ParameterExplanation, SettingPlace } from '#libs/engine';
import { type Json, showValue } from '#libs/kernel';

/** An explanation as an officer reads it. */
export function explanationLines(explanation: ParameterExplanation, division: string): readonly string[] {
  const { owner, parameter, title, setBy, chain, problem } = explanation;
  return [
    `${owner} · ${parameter}${title === null ? '' : `（${title}）`}`,
    `  ${division} 的取值: ${show(explanation, setBy.value)}`,
    `  由此设定: ${placeOf(setBy)}`,
    ...overridden(explanation, chain.slice(0, -1)),
    `  上下限: ${boundsOf(explanation)}`,
    ...lawLines(explanation),
    ...(problem === null ? [] : [`  不合规: ${problem}`]),
    ...exampleLines(explanation),
  ];
}

function overridden(explanation: ParameterExplanation, chain: readonly SettingPlace[]): readonly string[] {
  const lines = [...chain].reverse();
  return lines.map((place) => `  取代: ${show(explanation, place.value)} — ${placeOf(place)}`);
}

function placeOf({ file, line, division }: SettingPlace): string {
  return `${file}:${line}（${division === null ? '默认值' : `地区 ${division}`}）`;
}

function boundsOf({ min, max, ...explanation }: ParameterExplanation): string {
  if (min === null && max === null) return '无';
  const shown = { ...explanation, min, max };
  return [
    ...(min === null ? [] : [`不低于 ${show(shown, min)}`]),
    ...(max === null ? [] : [`不高于 ${show(shown, max)}`]),
  ].join('，');
}

function lawLines({ law, unknownLaw }: ParameterExplanation): readonly string[] {
  if (law === null) return unknownLaw === null ? [] : [`  依据: ${unknownLaw}（法规库中没有此条）`];
  const article = articleOf(law.article);
  const proof = law.proof === 'V' ? '' : `（待人工核对，可信度 ${law.proof ?? '未注明'}）`;
  return [
    `  依据: 《${law.title}》${article} [${law.reference}]${proof}`,
    ...(law.text === null ? [] : [`    ${law.text}`]),
  ];
}

function articleOf(article: string | null): string {
  if (article === null) return '';
  return /^\d+$/.test(article) ? `第${article}条` : `“${article}”项`;
}

function exampleLines({ example }: ParameterExplanation): readonly string[] {
  if (example === null) return [];
  const provisional = example.provisional ? '（暂定）' : '';
  return [`  举例: 现在起算，${example.dueDate} 届满${provisional}`, ...example.lines.map((line) => `    ${line}`)];
}

function show({ type }: ParameterExplanation, value: Json): string {
  if (type === 'money') return showValue({ type: 'money' }, value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
