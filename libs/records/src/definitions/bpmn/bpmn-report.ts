import { outsideItems } from '../flow/outside-items.js';
import { OUTSIDE_CONSTRUCTS, type OutsideConstruct, type OutsideItem, type ProcessFlow } from '../flow/process-flow.js';

/** What the BPMN of a definition does not say, by construct. */
export interface BpmnReport {
  readonly process: string;
  readonly version: number;
  readonly outside: readonly OutsideGroup[];
}

export interface OutsideGroup {
  readonly construct: OutsideConstruct;
  /** What becomes of it in BPMN, in Chinese. */
  readonly meaning: string;
  readonly items: readonly OutsideItem[];
}

export function bpmnReport(flow: ProcessFlow): BpmnReport {
  const { process, version } = flow.definition;
  const all = [...outsideItems(flow.definition), ...flow.outside];
  const groups = OUTSIDE_CONSTRUCTS.map((construct) => ({
    construct,
    meaning: MEANINGS[construct],
    items: all.filter((item) => item.construct === construct),
  }));
  return { process, version, outside: groups.filter(({ items }) => items.length > 0) };
}

/** One line for the documentation of the process. */
export function groupText({ construct, meaning, items }: OutsideGroup): string {
  const places = [
    ...new Set(items.map(({ state, detail }) => [state, detail].filter((part) => part !== '').join(' '))),
  ];
  return `${construct}：${meaning}：${places.join('、')}`;
}

const MEANINGS: { readonly [construct in OutsideConstruct]: string } = {
  assign: '变量赋值，写在扩展元素 sanshe:assign 中',
  effect: '业务动作，写在扩展元素 sanshe:effect 或说明中',
  suspend: '暂停或恢复其他办理和计时，图中未画出',
  due: '办理时限与提醒，写在说明中',
  onOverdue: '逾期时自动发出的事件',
  separation: '不相容岗位分离，写在说明中',
  sign: '多人办理规则（会签、或签、票签等），图中为一个任务',
  return: '允许退回至此前环节',
  withdraw: '允许撤回',
  operations: '允许的其他办理操作',
  once: '每人只能办理一次，图中为重复办理的任务',
  extend: '顺延在计期限',
  elapsed: '条件取决于期限是否已届满',
  reenter: '重新进入并重新计时',
  history: '恢复到离开前的环节，图中进入整个分组',
  stay: '办理后仍停留在原环节，图中为重新到达该环节',
  view: '条件取决于相关记录',
  decision: '条件取决于决策表',
  'counted-back': '由其他日期倒推的期限，图中为定时事件',
  each: '按清单逐项启动的子流程，图中为多实例调用',
  except: '在部分环节中不得发生的事件，图中未区分',
  broadcast: '多个并行分支同时响应的事件，图中由各分支分别办理',
  'guarded-boundary': '边界事件带条件，图中事件先发生后判断',
  'enter-inside': '直接进入分组内部，图中进入整个分组',
  'group-always': '分组上的自动转移，图中未画出',
  'group-task': '分组上的任务，图中未画出',
  'root-target': '全流程事件转入非结束环节，图中以事件子流程表示',
};
