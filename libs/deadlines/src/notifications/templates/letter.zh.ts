import { eventDate } from '#libs/calendar';
import type { NotificationKind } from '../notification.entity.js';
import type { NotificationFacts } from '../notification.facts.js';
import { chineseDate, daysLeft, dueText } from './due.words.js';
import { type Letter, type LetterContext, SENT } from './letter.js';

/** Administrative Chinese: matter, due time and its law, days left or overdue, one link. */
export function chineseLetter(facts: NotificationFacts, context: LetterContext): Letter {
  return { title: TITLES[facts.kind](facts), body: bodyOf(facts, context) };
}

const TITLES: Readonly<Record<NotificationKind, (facts: NotificationFacts) => string>> = {
  opened: ({ taskTitle, caseTitle }) => `新待办：${taskTitle}（${caseTitle}）`,
  reminder: (facts) => `期限提醒：${facts.taskTitle}${stateOf(facts)}`,
  escalation: (facts) => `逾期督办：${facts.taskTitle}${stateOf(facts)}`,
  warning: ({ taskTitle }) => `期限待核：${taskTitle}`,
  urged: ({ taskTitle, caseTitle }) => `催办：${taskTitle}（${caseTitle}）`,
  message: ({ caseTitle }) => `沟通消息：${caseTitle}`,
  copied: ({ caseTitle }) => `抄送：${caseTitle}`,
  rescheduled: ({ taskTitle, caseTitle }) => `督办改期：${taskTitle}（${caseTitle}）`,
  asked: ({ taskTitle, caseTitle }) => `要求书面说明：${taskTitle}（${caseTitle}）`,
  explained: ({ taskTitle, caseTitle }) => `已提交书面说明：${taskTitle}（${caseTitle}）`,
};

const OPENINGS: Readonly<Record<NotificationKind, string>> = {
  opened: '您好！现有一项工作需由贵方办理，请及时登录系统处理。',
  reminder: '您好！下列工作的办理期限提醒如下，请妥善安排，按期办结。',
  escalation: '您好！下列工作逾期未办结，按逐级上报规则报请您督促办理。',
  warning: '您好！下列事项的期限依据暂定日历计算，系统已暂停自动处理，请核定期限后办理。',
  urged: '您好！下列工作已被催办，请抓紧办理。',
  message: '您好！有人就下列项目与您沟通，请登录系统查看。',
  copied: '您好！下列项目抄送您知悉，请登录系统查阅。',
  rescheduled: '上级单位已为以下事项另定办理期限，请按新的期限办理。',
  asked: '上级单位要求就以下事项的逾期原因作出书面说明，请登录系统提交。',
  explained: '您要求的书面说明已提交，请登录系统查阅。',
};

function bodyOf(facts: NotificationFacts, { law, link }: LetterContext): string {
  const lines = [
    OPENINGS[facts.kind],
    '',
    `项目名称：${facts.caseTitle}`,
    ...(facts.taskTitle === '' ? [] : [`工作事项：${facts.taskTitle}`]),
    ...(facts.responsible === '' ? [] : [`${SENT.includes(facts.kind) ? '发送人' : '承办单位'}：${facts.responsible}`]),
    ...(facts.dueAt === null ? [] : [`办理期限：${dueLine(facts, facts.dueAt)}`]),
    ...(law === null ? [] : [`期限依据：${law}`]),
    `办理地址：${link}`,
    '',
    '本通知由三社政府购买服务管理平台自动发送，请勿直接回复。',
  ];
  return lines.join('\n');
}

function dueLine(facts: NotificationFacts, dueAt: Date): string {
  const provisional = facts.isProvisional ? '（暂定）' : '';
  return `${dueText(dueAt, 'zh')}${provisional}，${remaining(daysLeft(dueAt, facts.at))}`;
}

function remaining(days: number): string {
  if (days > 0) return `剩余${days}天`;
  return days === 0 ? '今日到期' : `已逾期${-days}天`;
}

function stateOf({ dueAt, at }: NotificationFacts): string {
  if (dueAt === null) return '';
  const days = daysLeft(dueAt, at);
  if (days > 0) return `将于${chineseDate(eventDate(dueAt.toISOString()))}到期`;
  return days === 0 ? '今日到期' : `已逾期${-days}天`;
}
