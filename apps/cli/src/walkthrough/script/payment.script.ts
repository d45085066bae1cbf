import { CAST } from '../cast/cast.js';
import { document } from '../files/paper.js';
import type { Scene } from '../play/scene.js';
import { type Act, stageActs } from './act.js';
import { PROJECT } from './project.js';

const { task } = stageActs('monitoring');
const INSTALMENTS = PROJECT.instalments.length;

/** 合同付款: the first instalment at the start, the last after the service, when all reports are accepted. */
export const PAYMENTS: readonly Act[] = [
  task(CAST.clerk, 'serving.payments.claiming', 'CLAIM', {
    times: INSTALMENTS,
    when: (scene, _, round) => round === 0 || isOver(scene),
    form: async ({ scene, person, round }) => ({
      invoiceNo: `5100261${String(round + 1).padStart(5, '0')}`,
      amount: PROJECT.instalments[round] ?? 0,
      invoice: await person.upload(document(`发票第${round + 1}期`), scene.caseId),
    }),
  }),
  task(CAST.officer, 'serving.payments.confirming', 'CONFIRM', {
    times: INSTALMENTS,
    form: () => ({ invoiceChecked: true, opinion: '付款条件具备，发票已核验。' }),
  }),
  task(CAST.leader, 'serving.payments.approving', 'APPROVE', { times: INSTALMENTS }),
  task(CAST.treasury, 'serving.payments.paying', 'PAY', {
    times: INSTALMENTS,
    form: ({ scene, round }) => ({ voucherNo: `昭国库2026-${310 + round}`, paidOn: scene.today }),
  }),
];

function isOver(scene: Scene): boolean {
  return scene.today > PROJECT.serviceTo && scene.played('serving.reports.accepting') >= PROJECT.months;
}
