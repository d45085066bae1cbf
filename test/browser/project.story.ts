import { aBudget, aBudgetLine } from '#testing/stages/budgeting';
import { aNeed } from '#testing/stages/application';
import { aNeed as aProcurementNeed } from '#testing/stages/procurement';
import { until } from './condition.js';
import { Person } from './person.js';

const AMOUNT = 110_000_000;
const START = '2026-01-05T01:00:00.000Z';
const AFTER_INTENTION = '2026-02-12T01:00:00.000Z';
const OPINION = { opinion: '情况属实,同意。' };
const notice = (title: string) => ({ title, body: `${title}正文。` });

/** Demo project 23, brought over REST to the step that a browser then does. */
export class ProjectStory {
  private constructor(
    private readonly address: string,
    readonly rootId: number,
  ) {}

  static async begin(address: string, title = '竹核镇易地搬迁社区融入服务'): Promise<ProjectStory> {
    const admin = await Person.signIn(address, 'admin');
    await admin.post('/clock', { at: START, rate: 0 });
    const officer = await Person.signIn(address, 'zhaojue.business');
    const { id } = await officer.post<{ id: number }>('/projects', {
      title,
      township: '513431102',
      village: '513431102201',
      method: 'competitive-consultation',
      plannedAmount: AMOUNT,
    });
    return new ProjectStory(address, id);
  }

  /** Need, village and township: the county reviews next. */
  async untilCountyReview(): Promise<void> {
    await this.submitNeed();
    await this.agreeInVillage();
    await this.act('zhuhe.officer', 'townshipOpinion', 'APPROVE', OPINION);
  }

  submitNeed(login = 'zhaojue.business'): Promise<void> {
    return this.act(login, 'needDrafting', 'SUBMIT', aNeed());
  }

  async claimNeed(login: string): Promise<void> {
    await (await Person.signIn(this.address, login)).claim(this.rootId, 'needDrafting');
  }

  async agreeInVillage(): Promise<void> {
    const village = await Person.signIn(this.address, 'huoluo.officer');
    const stampedScan = await village.upload(`/cases/${this.rootId}/attachments`, '村委会意见(盖章).pdf');
    const opinion = { opinion: '同意申报', meetingOn: '2026-01-04', venue: '村级活动室一间', stampedScan };
    await village.act(this.rootId, 'villageOpinion', 'APPROVE', opinion);
  }

  /** Decision, budget, two reviews in the bureau: finance reviews next. */
  async untilFinanceReview(): Promise<void> {
    const decision = { opinion: '同意立项', documentNo: '昭民〔2026〕12号', decidedOn: '2026-01-05' };
    await this.act('zhaojue.leader', 'decision', 'APPROVE', decision);
    const account = await this.accountWith(AMOUNT);
    const budget = aBudget(account, { lines: [aBudgetLine(account, { amount: AMOUNT })], total: AMOUNT });
    await this.act('zhaojue.business', 'drafting', 'SUBMIT', budget);
    await this.act('zhaojue.planfinance', 'planningReview', 'APPROVE', OPINION);
    await this.act('zhaojue.leader', 'leaderApproval', 'APPROVE', OPINION);
  }

  /** Sign-off, release, need, intention and its thirty days, plan: suppliers respond next. */
  async untilAnnouncement(): Promise<void> {
    const signOff = { documentNo: '昭财社〔2026〕8号', approvedAmount: AMOUNT, signedOn: '2026-01-05' };
    await this.act('zhaojue-finance.head', 'signOff', 'APPROVE', signOff);
    const release = { documentNo: '昭财库〔2026〕15号', releasedOn: '2026-01-05' };
    await this.act('zhaojue-finance.treasury', 'releasing', 'RELEASE', release);
    await this.act('zhaojue.business', 'needDrafting', 'SUBMIT', aProcurementNeed());
    await this.act('zhaojue.procurement', 'needReview', 'APPROVE');
    const intention = { ...notice('采购意向'), overview: '社区融入服务', budget: AMOUNT, expectedMonth: '2026-02' };
    await this.act('zhaojue.procurement', 'intentionDrafting', 'PUBLISH', intention);
    await this.passTo(AFTER_INTENTION, 'planFiling');
    const plan = { planNo: '昭采计〔2026〕5号', catalogueItem: '社会工作服务', organisationForm: 'self' };
    await this.act('zhaojue.procurement', 'planFiling', 'SUBMIT', plan);
    await this.act('zhaojue-finance.social', 'planAcceptance', 'ACCEPT', { filingNo: '备2026-5' });
    const officer = await Person.signIn(this.address, 'zhaojue.procurement');
    const document = await officer.upload(`/cases/${this.rootId}/attachments`, '磋商文件.pdf');
    const announcement = { number: 'ZJ-2026-23', ...notice('竹核镇易地搬迁社区融入服务竞争性磋商公告'), document };
    await officer.act(this.rootId, 'announcing', 'ANNOUNCE', announcement);
  }

  private async act(login: string, state: string, event: string, form: object = {}): Promise<void> {
    await (await Person.signIn(this.address, login)).act(this.rootId, state, event, form);
  }

  /** Business time jumps; the worker's alarm moves the process. */
  private async passTo(at: string, state: string): Promise<void> {
    await (await Person.signIn(this.address, 'admin')).post('/clock', { at, rate: 0 });
    const officer = await Person.signIn(this.address, 'zhaojue.procurement');
    await until(`the case is in ${state}`, async () => {
      const { tasks } = await officer.get<{ tasks: { state: string }[] }>(`/cases/${this.rootId}`);
      return tasks.some((task) => task.state === state);
    });
  }

  private async accountWith(amount: number): Promise<number> {
    const planner = await Person.signIn(this.address, 'zhaojue.planfinance');
    const { items } = await planner.get<{ items: { id: number; free: number }[] }>('/funds?limit=100');
    return items.find((account) => account.free >= amount)?.id ?? 0;
  }
}
