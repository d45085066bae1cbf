import type { JsonObject } from '#libs/kernel';
import { CAST } from '../cast/cast.js';
import { document } from '../files/paper.js';
import { type Act, stageActs, type Turn } from './act.js';
import { PROJECT } from './project.js';

const { task } = stageActs('evaluation');

/** Hundredths of a point. */
const SCORES = {
  execution: 1000,
  quantity: 1450,
  quality: 1400,
  timeliness: 900,
  cost: 950,
  social: 1880,
  sustainability: 920,
  satisfaction: 960,
} as const;

/** 绩效评价 */
export const EVALUATION: readonly Act[] = [
  task(CAST.manager, 'selfReporting', 'SUBMIT', { form: selfReport }),
  task(CAST.village, 'surveying', 'SUBMIT', {
    form: ({ scene }) => ({
      population: 1658,
      respondents: 320,
      verySatisfied: 236,
      satisfied: 71,
      neutral: 11,
      dissatisfied: 2,
      interviewer: '阿牛小英',
      surveyedOn: scene.today,
      independent: true,
      complaints: '希望增加老人活动场次。',
    }),
  }),
  task(CAST.head, 'accepting', 'SUBMIT', { form: acceptance }),
  task(CAST.planning, 'scoring', 'SCORE', {
    form: () => ({ scores: Object.entries(SCORES).map(([indicator, score]) => ({ indicator, score })) }),
  }),
  task(CAST.leader, 'grading', 'APPROVE', {
    form: () => ({ documentNumber: '昭民〔2026〕88号', opinion: '同意评定等级。' }),
  }),
  task(CAST.officer, 'publishing', 'PUBLISH', {
    form: () => ({ title: `${PROJECT.title}绩效评价结果`, body: '验收合格，绩效评价结果予以公开。' }),
  }),
  task(CAST.planning, 'settling', 'SETTLE', { form: () => ({ documentNumber: '昭民财〔2026〕15号' }) }),
];

async function selfReport({ scene, person }: Turn): Promise<JsonObject> {
  return {
    completion: '入户756户次，社区活动36场，个案结案率86%，全部目标完成。',
    spent: 105_000_000,
    people: 1980,
    effects: '搬迁群众互助小组12个，融入程度明显提升。',
    deviations: '五月月报迟交，已完善内部报送制度。',
    report: await person.upload(document('绩效自评报告'), scene.caseId),
  };
}

async function acceptance({ scene, person }: Turn): Promise<JsonObject> {
  return {
    acceptedOn: scene.today,
    members: '县民政局、竹核镇人民政府、火洛村村民委员会、服务对象代表',
    beneficiaries: 5,
    standards: [
      { standard: '每月入户不少于120户次', result: 'met' },
      { standard: '每月社区活动不少于6场', result: 'met' },
      { standard: '个案建档率100%', result: 'met', note: '六月督导后整改到位' },
    ],
    conclusion: 'qualified',
    opinion: '各项服务达到合同约定标准，同意通过验收。',
    report: await person.upload(document('验收报告'), scene.caseId),
  };
}
