import type { EffectInput } from '#libs/engine';
import type { NeedEntity } from './need.entity.js';
import type { NeedAnswerEntity, NeedQuestion } from './need-answer.entity.js';
import type { NeedNumberEntity } from './need-number.entity.js';

type NeedTexts = Omit<NeedEntity, 'id' | 'rootId' | 'revision' | 'submittedBy' | 'submittedAt'>;
type Answer = Omit<NeedAnswerEntity, 'id' | 'needId'>;
type Numbers = Omit<NeedNumberEntity, 'id' | 'needId'>;

/** The plain fields of the form `need`. */
export function textsOf(form: EffectInput): NeedTexts {
  const problem = form.nested('problem');
  return {
    problem: problem.text('statement'),
    problemFoundBy: problem.text('foundBy'),
    problemFoundOn: problem.text('foundOn'),
    statement: form.text('needStatement'),
    nature: form.text('nature'),
    level: form.text('level'),
    category: form.text('category'),
    mode: form.text('mode'),
    modeReason: form.text('modeReason'),
    targetGroup: form.text('targetGroup'),
    serviceDemand: form.text('serviceDemand'),
    serviceStandard: form.text('serviceStandard'),
    serviceContent: form.text('serviceContent'),
    evaluationStandard: form.text('evaluationStandard'),
    contractorQualification: form.text('contractorQualification'),
    townshipCode: form.text('township'),
    villageCode: form.text('village'),
    plannedAmount: form.integer('plannedAmount'),
    serviceFrom: form.text('serviceFrom'),
    serviceTo: form.text('serviceTo'),
  };
}

/** The answered lines: which lines there are is said by the form alone. */
export function answersOf(form: EffectInput): Answer[] {
  const fitness = Object.keys(form.object('fitness')).map((item) => fitnessAnswer(form.nested('fitness'), item));
  return [
    ...fitness,
    ...textAnswers(form, 'principles', 'principle'),
    ...textAnswers(form, 'feasibility', 'feasibility'),
  ];
}

export function numbersOf(form: EffectInput): Numbers[] {
  return form.items('needNumbers').map((item) => ({
    townshipCode: item.text('township'),
    servedCount: item.integer('servedCount'),
    staffCount: item.integer('staffCount'),
  }));
}

function fitnessAnswer(fitness: EffectInput, item: string): Answer {
  const line = fitness.nested(item);
  return { question: 'fitness', item, choice: line.optionalText('kind'), answer: line.text('reason') };
}

function textAnswers(form: EffectInput, key: string, question: NeedQuestion): Answer[] {
  const lines = form.nested(key);
  return Object.keys(lines.raw).map((item) => ({ question, item, choice: null, answer: lines.text(item) }));
}
