import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { sampleSize } from '../survey/sample-size.js';
import { SurveyEntity } from '../survey/survey.entity.js';
import { SampleTooSmallError, SurveyCountsError } from '../survey/survey.error.js';

const WHOLE = 10_000;

/** `evaluation.recordSurvey` {survey, rule}: refused when too few were asked or the counts do not add up. */
@Injectable()
@HandlesEffect('evaluation.recordSurvey')
export class RecordSurveyEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const form = input.nested('survey');
    const counts = readCounts(form);
    const least = sampleSize(counts.population, readRule(input.nested('rule')));
    if (counts.respondents < least) throw new SampleTooSmallError(counts.respondents, least);
    const surveyedOn = form.text('surveyedOn');
    if (surveyedOn > localDate(context.at.toISOString())) {
      throw new SurveyCountsError('/surveyedOn', '调查完成日期不得晚于今天', 'the survey cannot lie in the future');
    }
    await context.manager.insert(SurveyEntity, {
      id: context.nextId(),
      rootId: context.rootId,
      instanceId: context.instanceId,
      ...counts,
      sampleSize: least,
      satisfaction: Math.floor(((counts.verySatisfied + counts.satisfied) * WHOLE) / counts.respondents),
      interviewer: form.text('interviewer'),
      surveyedOn,
      recordedAt: context.at,
    });
  }
}

function readRule(rule: EffectInput) {
  return {
    smallPopulation: rule.integer('smallPopulation'),
    smallLeast: rule.integer('smallLeast'),
    smallShare: rule.integer('smallShare'),
    fullSample: rule.integer('fullSample'),
  };
}

function readCounts(form: EffectInput) {
  const answers = {
    verySatisfied: form.integer('verySatisfied'),
    satisfied: form.integer('satisfied'),
    neutral: form.integer('neutral'),
    dissatisfied: form.integer('dissatisfied'),
  };
  const population = form.integer('population');
  const respondents = form.integer('respondents');
  const sum = Object.values(answers).reduce((total, count) => total + count, 0);
  if (sum !== respondents) {
    throw new SurveyCountsError(
      '/respondents',
      `各选项合计 ${sum} 份，应等于有效问卷数`,
      `the answers add up to ${sum}`,
    );
  }
  if (respondents > population) {
    throw new SurveyCountsError('/respondents', '有效问卷数不得多于服务对象总数', 'more answers than beneficiaries');
  }
  return { population, respondents, ...answers };
}
