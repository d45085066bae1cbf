import { localDate } from '#libs/calendar';
import type { NotificationKind } from '../notification.entity.js';
import {
  type DigestContext,
  type DigestItem,
  type DigestTemplate,
  LONGEST_BRIEF,
  LONGEST_LIST,
  shortTitle,
} from './digest.js';
import { chineseDate, daysLeft, dueText } from './due.words.js';

const LABELS: Readonly<Record<NotificationKind, string>> = {
  opened: '新待办',
  reminder: '期限提醒',
  escalation: '逾期督办',
  warning: '期限待核',
  urged: '催办',
  message: '沟通消息',
  copied: '抄送',
  rescheduled: '改期',
  asked: '要求说明',
  explained: '书面说明',
};

/** 每日工作提醒. */
export const chineseDigest: DigestTemplate = {
  letter: (items, context) => ({
    title: `每日工作提醒：${countOf(items, context)}`,
    body: [
      `您好！截至${chineseDate(localDate(context.at.toISOString()))}，您有下列事项需要办理或者知悉：`,
      '',
      ...items.slice(0, LONGEST_LIST).flatMap((item, index) => entry(item, index + 1, context)),
      ...(items.length > LONGEST_LIST ? [`另有${items.length - LONGEST_LIST}项，请登录系统查看。`] : []),
      '',
      `办理地址：${context.link}`,
      '',
      '本通知由三社政府购买服务管理平台自动发送，请勿直接回复。',
    ].join('\n'),
  }),

  brief: (items, context) => {
    const told = items.slice(0, LONGEST_BRIEF).map((item) => briefOf(item, context));
    const more = items.length > LONGEST_BRIEF ? `；另有${items.length - LONGEST_BRIEF}项` : '';
    return `您有${countOf(items, context)}：${told.join('；')}${more}。详见 ${context.link}`;
  },
};

function countOf(items: readonly DigestItem[], { at }: DigestContext): string {
  const late = items.filter(({ dueAt }) => dueAt !== null && dueAt <= at).length;
  return late === 0 ? `${items.length}项事项` : `${items.length}项事项（其中${late}项已逾期）`;
}

function entry(item: DigestItem, number: number, context: DigestContext): string[] {
  const { kind, taskTitle, caseTitle, dueAt, citation } = item;
  return [
    `${number}. 【${LABELS[kind]}】${taskTitle === '' ? caseTitle : taskTitle}`,
    ...(taskTitle === '' ? [] : [`   项目名称：${caseTitle}`]),
    ...(dueAt === null ? [] : [`   办理期限：${dueLine(item, dueAt, context)}`]),
    ...(citation === null ? [] : [`   期限依据：${citation}`]),
  ];
}

function briefOf(item: DigestItem, context: DigestContext): string {
  const due = item.dueAt === null ? '' : `，期限${dueLine(item, item.dueAt, context)}`;
  const law = item.citation === null ? '' : `（${item.citation}）`;
  return `${LABELS[item.kind]}“${shortTitle(item)}”${due}${law}`;
}

function dueLine({ isProvisional }: DigestItem, dueAt: Date, { at }: DigestContext): string {
  return `${dueText(dueAt, 'zh')}${isProvisional ? '（暂定）' : ''}，${remaining(daysLeft(dueAt, at))}`;
}

function remaining(days: number): string {
  if (days > 0) return `剩余${days}天`;
  return days === 0 ? '今日到期' : `已逾期${-days}天`;
}
