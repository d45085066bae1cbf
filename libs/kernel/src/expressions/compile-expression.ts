import { suggest } from '../definition/suggest.js';
import { type Analysis, analyseExpression, isFunctionName, type Reading } from './analyse-expression.js';
import { Expression } from './expression.js';
import { KERNEL_FUNCTIONS } from './kernel-functions.js';
import { COMMAND_MEMBERS, type Vocabulary } from './scope.js';

/** Where an expression stands decides which reserved names it may read. */
export interface ExpressionPlace {
  readonly vocabulary: Vocabulary;
  /** True in `onDone`, where `output` is known. */
  readonly hasOutput: boolean;
  /** True in the transitions of a state with `each`, where `children` is known. */
  readonly hasChildren?: boolean;
  /** False in configuration tables, which know no command and no deadline. */
  readonly hasStep: boolean;
}

/** What is wrong with an expression: one sentence and what to write instead. */
export interface ExpressionFault {
  readonly code: 'bad-expression' | 'unknown-name' | 'unknown-function';
  readonly message: string;
  readonly hint: string;
}

export type CompiledExpression =
  | { readonly ok: true; readonly expression: Expression; readonly analysis: Analysis }
  | { readonly ok: false; readonly faults: readonly ExpressionFault[] };

/** Parses an expression and proves that every name in it is known. */
export function compileExpression(text: string, place: ExpressionPlace): CompiledExpression {
  if (text.trim() === '') return refuse('the expression is empty', 'Write a FEEL expression, or leave the key out.');
  const analysis = analyseExpression(text, new Set(place.vocabulary.names.keys()));
  const refusal = analysis.refusals[0];
  if (refusal !== undefined) {
    return refuse(
      `the expression ${JSON.stringify(text)} is not accepted: ${refusal}`,
      'Correct the FEEL expression; a text needs quotes inside the YAML text: \'"like this"\'.',
    );
  }
  const faults = analysis.readings.flatMap((reading) => faultsOf(reading, text, place));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, expression: new Expression(text, analysis, place.vocabulary), analysis };
}

function refuse(message: string, hint: string): CompiledExpression {
  return { ok: false, faults: [{ code: 'bad-expression', message, hint }] };
}

function faultsOf(reading: Reading, text: string, place: ExpressionPlace): readonly ExpressionFault[] {
  const name = reading.path[0] ?? '';
  if (reading.isCalled) return isCallableHere(name, place) ? [] : [unknownFunction(name, text, place)];
  const ofStep = place.hasStep ? stepFaults(reading, text, place) : null;
  if (ofStep !== null) return ofStep;
  return place.vocabulary.names.has(name) ? [] : [unknownName(name, text, place)];
}

/** Faults of the names that mean something in every step; null for any other name. */
function stepFaults(reading: Reading, text: string, place: ExpressionPlace): readonly ExpressionFault[] | null {
  switch (reading.path[0]) {
    case 'command':
      return commandFaults(reading, text);
    case 'output':
      return place.hasOutput ? [] : [misplacedOutput(text)];
    case 'children':
      return childrenFaults(text, place);
    default:
      return null;
  }
}

function isCallableHere(name: string, place: ExpressionPlace): boolean {
  return isFunctionName(name) && (place.hasStep || KERNEL_FUNCTIONS.get(name)?.needsStep !== true);
}

function commandFaults(reading: Reading, text: string): readonly ExpressionFault[] {
  const member = reading.path[1];
  if (member === undefined || COMMAND_MEMBERS.some((known) => known === member)) return [];
  return [
    {
      code: 'unknown-name',
      message: `\`command\` has no member \`${member}\`, which the expression ${JSON.stringify(text)} reads`,
      hint: suggest(member, COMMAND_MEMBERS, 'The fields of a form are read as `command.payload.<field>`.'),
    },
  ];
}

function misplacedOutput(text: string): ExpressionFault {
  return {
    code: 'unknown-name',
    message: `\`output\` is not known here, but the expression ${JSON.stringify(text)} reads it`,
    hint: 'Read `output` only in `onDone` of a subprocess or compound state, and keep what is needed later with `assign`.',
  };
}

function childrenFaults(text: string, { hasChildren = false }: ExpressionPlace): readonly ExpressionFault[] {
  if (hasChildren) return [];
  const message = `\`children\` is not known here, but the expression ${JSON.stringify(text)} reads it`;
  const hint = 'Read `children` only in `completeWhen` and the transitions of a state whose `subprocess` has `each`.';
  return [{ code: 'unknown-name', message, hint }];
}

function unknownName(name: string, text: string, place: ExpressionPlace): ExpressionFault {
  const isText = text.trim() === name || /^[\w\s-]+$/.test(text);
  const otherwise = isText
    ? `If a text is meant, quote it inside the YAML text: '"${text.trim()}"'. Otherwise declare \`${name}\` under \`variables\`, \`parameters\` or \`views\`.`
    : `Declare \`${name}\` under \`variables\`, \`parameters\` or \`views\`.`;
  return {
    code: 'unknown-name',
    message: `nothing named \`${name}\` is declared, but the expression ${JSON.stringify(text)} reads it`,
    hint: suggest(name, place.vocabulary.names.keys(), otherwise),
  };
}

function unknownFunction(name: string, text: string, place: ExpressionPlace): ExpressionFault {
  const known = [...KERNEL_FUNCTIONS].filter(([, spec]) => place.hasStep || !spec.needsStep).map(([key]) => key);
  return {
    code: 'unknown-function',
    message: `there is no function \`${name}\`, which the expression ${JSON.stringify(text)} calls`,
    hint: suggest(name, known, 'Use a function of docs/process-language.md.'),
  };
}
