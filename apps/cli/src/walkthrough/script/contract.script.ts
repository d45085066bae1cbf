import { CAST } from '../cast/cast.js';
import { document } from '../files/paper.js';
import { type Act, stageActs } from './act.js';
import { PROJECT } from './project.js';

const { task } = stageActs('procurement');

/** 签订、公告和备案合同 */
export const CONTRACTING: readonly Act[] = [
  task(CAST.procurement, 'contracting.drafting', 'SUBMIT', {
    form: async ({ scene, person }) => ({
      number: '昭民合〔2026〕3号',
      contractAmount: PROJECT.price,
      serviceFrom: PROJECT.serviceFrom,
      serviceTo: PROJECT.serviceTo,
      instalments: [
        { number: 1, amount: PROJECT.instalments[0], condition: '合同签订且服务团队审核通过' },
        { number: 2, amount: PROJECT.instalments[1], condition: '服务期满、月报全部通过且无未完成整改' },
      ],
      content: '按采购需求书和响应文件提供易地搬迁群众社区融入服务。',
      liability: '违约责任按磋商文件执行，争议提交昭觉县人民法院。',
      document: await person.upload(document('合同文本'), scene.caseId),
    }),
  }),
  task(CAST.winner, 'contracting.contractorSigning', 'SIGN'),
  task(CAST.leader, 'contracting.purchaserSigning', 'SIGN'),
  task(CAST.procurement, 'contractPublishing', 'PUBLISH', {
    form: () => ({ noticeNo: '合同公告2026-023', title: `${PROJECT.title}合同公告`, body: '合同公告正文，详见附件。' }),
  }),
  task(CAST.procurement, 'contractFiling', 'FILE', { form: () => ({ filingNo: '昭财合备2026-023' }) }),
];
