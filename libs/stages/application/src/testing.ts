import type { Json, JsonObject } from '#libs/kernel';

const yes = (reason: string): JsonObject => ({ holds: true, reason });

/** The form `need`, filled in as an officer would; any field can be replaced. Amounts in fen. */
export function aNeed(change: { readonly [field: string]: Json } = {}): JsonObject {
  return { ...TEXTS, ...LISTS, ...change };
}

const TEXTS: JsonObject = {
  problem: {
    statement: '易地搬迁群众入住后社区融入困难,邻里互助和矛盾调处缺少专业力量。',
    foundBy: '入户走访',
    foundOn: '2025-12-10',
  },
  needStatement: '走访搬迁户386户,七成反映办事、就学、就医不熟悉,需要持续陪伴。',
  nature: 'service',
  level: 'village',
  category: 'h',
  mode: 'social-organisation',
  modeReason: '本地社会组织已有承接能力,直接面向社会组织购买。',
  targetGroup: '竹核镇易地搬迁安置点群众',
  serviceDemand: '社区融入、邻里互助、就业引导、儿童陪伴',
  serviceStandard: '每月入户不少于120户次,每季社区活动不少于6场',
  serviceContent: '个案服务、小组活动、社区活动、资源链接',
  evaluationStandard: '服务对象满意度不低于90%,个案结案率不低于80%',
  contractorQualification: '依法登记、具有社会工作专业人员的社会组织',
  township: '513431102',
  village: '513431102201',
  plannedAmount: 110_000_000,
  serviceFrom: '2026-05-01',
  serviceTo: '2026-08-31',
  noPostsRequested: true,
};

const LISTS: JsonObject = {
  needNumbers: [{ township: '513431102', servedCount: 1658, staffCount: 2 }],
  fitness: {
    beyondOwnMeans: { kind: 'cannot-well', reason: '专业人员不足' },
    directToPeople: yes('直接服务搬迁群众'),
    wideAndMany: yes('覆盖386户1658人'),
    marketFit: yes('可按项目购买'),
    socialCapacity: yes('本地已有社工机构'),
  },
  principles: {
    governmentLed: '县民政局统筹',
    demandOriented: '以群众诉求为依据',
    professionallyGuided: '持证社工带队',
    projectBased: '按项目管理',
  },
  feasibility: {
    implementable: '场地、人员具备',
    manageable: '有台账和月报',
    supervisable: '指标可核查',
    effective: '以满意度和融入度衡量',
  },
};
