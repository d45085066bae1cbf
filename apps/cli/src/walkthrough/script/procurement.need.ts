import type { JsonObject } from '#libs/kernel';
import { PROJECT } from './project.js';

/** 采购需求书: 80 points of criteria, 20 of the price. */
export const PROCUREMENT_NEED: JsonObject = {
  background: '竹核镇安置点搬迁群众386户1658人，社区融入服务力量不足。',
  serviceContent: '个案服务、小组活动、社区活动、资源链接和儿童陪伴。',
  serviceStandard: '每月入户不少于120户次，每月社区活动不少于6场，建档率100%。',
  place: '昭觉县竹核镇易地搬迁安置点',
  periodMonths: PROJECT.months,
  staffRequirement: '专职社工不少于4名，其中持证不少于2名。',
  qualification: '符合政府采购法第二十二条规定，依法登记的社会组织等。',
  ceilingPrice: PROJECT.plannedAmount,
  criteria: [
    { name: '服务方案', points: 50 },
    { name: '团队与业绩', points: 30 },
  ],
  acceptancePlan: '由采购人会同镇、村和服务对象代表按合同标准逐项验收。',
  paymentPlan: '签约并审核团队后支付60%，服务期满、月报全部通过后支付40%。',
  liability: '逾期整改的暂停支付，拒不整改的解除合同。',
  surveyRecord: '调查三家社会组织和镇村两级，需求和报价均有记录。',
  publicOpinion: '在安置点公示五个工作日，收到意见2条，均已采纳。',
};
