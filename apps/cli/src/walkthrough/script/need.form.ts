import type { JsonObject } from '#libs/kernel';
import { PROJECT } from './project.js';

const holds = (reason: string): JsonObject => ({ holds: true, reason });

/** 项目申报书 */
export function need(): JsonObject {
  return {
    problem: {
      statement: '易地搬迁群众入住后邻里陌生，就医、就学和办事不熟悉，矛盾调处缺少专业力量。',
      foundBy: '入户走访',
      foundOn: '2025-12-10',
    },
    needNumbers: [{ township: PROJECT.township, servedCount: 1658, staffCount: 2 }],
    needStatement: '走访搬迁户386户，七成反映生活适应困难，需要持续的专业陪伴和社区活动。',
    nature: 'service',
    level: 'village',
    category: 'h',
    mode: 'social-organisation',
    modeReason: '本地社会组织已具备承接能力，直接面向社会组织购买。',
    ...FITNESS,
    targetGroup: '竹核镇易地搬迁安置点群众1658人',
    serviceDemand: '社区融入、邻里互助、就业引导、儿童陪伴',
    serviceStandard: '每月入户不少于120户次，每月社区活动不少于6场',
    serviceContent: '个案服务、小组活动、社区活动、资源链接',
    evaluationStandard: '服务对象满意度不低于90%，个案结案率不低于80%',
    contractorQualification: '依法登记、具有社会工作专业人员的社会组织',
    township: PROJECT.township,
    village: PROJECT.village,
    plannedAmount: PROJECT.plannedAmount,
    serviceFrom: PROJECT.serviceFrom,
    serviceTo: PROJECT.serviceTo,
    noPostsRequested: true,
  };
}

const FITNESS: JsonObject = {
  fitness: {
    beyondOwnMeans: { kind: 'cannot-well', reason: '全镇仅有2名民政工作人员，缺少社会工作专业能力' },
    directToPeople: holds('直接服务搬迁群众'),
    wideAndMany: holds('覆盖386户1658人'),
    marketFit: holds('可按项目购买、按标准验收'),
    socialCapacity: holds('县内已有专业社工机构'),
  },
  principles: {
    governmentLed: '县民政局统筹，镇村配合',
    demandOriented: '以入户走访的群众诉求为依据',
    professionallyGuided: '由持证社会工作者带队',
    projectBased: '按项目立项、实施、验收和评价',
  },
  feasibility: {
    implementable: '场地、人员均已落实',
    manageable: '有台账、月报和督导',
    supervisable: '指标可核查',
    effective: '以满意度和融入程度衡量',
  },
};
