import type { JsonObject } from '#libs/kernel';
import { CAST } from '../cast/cast.js';
import { stampedScan } from '../files/paper.js';
import { type Act, stageActs, type Turn } from './act.js';
import { need } from './need.form.js';

const { task } = stageActs('application');

/** 项目申报 */
export const APPLICATION: readonly Act[] = [
  task(CAST.officer, 'needDrafting', 'SUBMIT', { form: () => need() }),
  task(CAST.village, 'villageOpinion', 'APPROVE', { form: villageOpinion }),
  task(CAST.township, 'townshipOpinion', 'APPROVE', {
    form: async ({ scene, person }) => ({
      opinion: '该安置点搬迁群众集中，服务需求迫切，同意推荐。',
      documentNo: '竹府〔2026〕3号',
      stampedScan: await person.upload(stampedScan('竹核镇人民政府意见'), scene.caseId),
    }),
  }),
  task(CAST.deputy, 'countyReview', 'APPROVE', {
    form: () => ({ opinion: '材料齐全，符合购买范围，建议立项。', complete: true, withinDuties: true }),
  }),
  task(CAST.leader, 'decision', 'APPROVE', {
    form: ({ scene }) => ({
      opinion: '经局党组会研究，同意立项。',
      documentNo: '昭民〔2026〕12号',
      decidedOn: scene.today,
    }),
  }),
];

async function villageOpinion({ scene, person }: Turn): Promise<JsonObject> {
  return {
    opinion: '经村民代表会议商议，搬迁群众对融入服务需求强烈，同意申报。',
    meetingOn: scene.today,
    venue: '村党群服务中心二楼活动室两间',
    stampedScan: await person.upload(stampedScan('火洛村村民委员会意见'), scene.caseId),
  };
}
