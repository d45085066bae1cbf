import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AcceptanceEntity } from '../acceptance/acceptance.entity.js';
import { AcceptanceItemEntity } from '../acceptance/acceptance-item.entity.js';
import { SelfReportEntity } from '../report/self-report.entity.js';
import { ResultEntity } from '../result/result.entity.js';
import { newestScores } from '../score/score.repository.js';
import { SurveyEntity } from '../survey/survey.entity.js';
import type { AcceptanceView, EvaluationView, IndicatorScoreView } from './evaluation.view.js';

const SELF_REPORT = { completion: true, spent: true, people: true, effects: true, deviations: true, submittedAt: true };
const SURVEY = {
  population: true,
  respondents: true,
  sampleSize: true,
  satisfaction: true,
  interviewer: true,
  surveyedOn: true,
};
const RESULT = { grade: true, score: true, documentNumber: true, decidedAt: true, publishedAt: true };

/** Reads the newest evaluation of a project. */
@Injectable()
export class EvaluationReader {
  constructor(private readonly dataSource: DataSource) {}

  async read(rootId: number): Promise<EvaluationView> {
    const { manager } = this.dataSource;
    const newest = { where: { rootId }, order: { id: 'DESC' } } as const;
    return {
      selfReport: await manager.findOne(SelfReportEntity, { select: SELF_REPORT, ...newest }),
      survey: await manager.findOne(SurveyEntity, { select: SURVEY, ...newest }),
      acceptances: await this.acceptances(rootId),
      scores: await this.scores(rootId),
      result: await manager.findOne(ResultEntity, { select: RESULT, where: { rootId }, order: { instanceId: 'DESC' } }),
    };
  }

  private async acceptances(rootId: number): Promise<AcceptanceView[]> {
    const { manager } = this.dataSource;
    const all = await manager.find(AcceptanceEntity, { where: { rootId }, order: { id: 'ASC' } });
    const where = { acceptanceId: In(all.map(({ id }) => id)) };
    const items = await manager.find(AcceptanceItemEntity, { where, order: { acceptanceId: 'ASC', position: 'ASC' } });
    return all.map(({ id, acceptedOn, members, beneficiaries, conclusion, opinion }) => {
      const own = items.filter(({ acceptanceId }) => acceptanceId === id);
      const results = own.map(({ standard, result, note }) => ({ standard, result, note }));
      return { acceptedOn, members, beneficiaries, conclusion, opinion, items: results };
    });
  }

  private async scores(rootId: number): Promise<IndicatorScoreView[]> {
    const { manager } = this.dataSource;
    const last = await manager.findOne(SelfReportEntity, { where: { rootId }, order: { id: 'DESC' } });
    const scores = last ? await newestScores(manager, last.instanceId) : [];
    return scores.map(({ indicator, group, title, points, score, evidence }) => ({
      indicator,
      group,
      title,
      points,
      score,
      evidence,
    }));
  }
}
