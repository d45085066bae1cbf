import type { MigrationObstacle } from '#libs/kernel';

/** A reason in words that whoever migrates understands. */
export function obstacleWords({ code, where }: MigrationObstacle): { readonly zh: string; readonly en: string } {
  switch (code) {
    case 'ended':
      return { zh: '已经办结', en: 'it has ended' };
    case 'state-gone':
      return { zh: `所在环节 ${where} 在新版中已取消`, en: `it stands in ${where}, which the new version has not` };
    case 'state-changed':
      return { zh: `所在环节 ${where} 在新版中类型不同`, en: `${where} is of another kind in the new version` };
    case 'regions-changed':
      return {
        zh: `并行环节 ${where} 的分支在新版中不同`,
        en: `${where} has other parallel regions in the new version`,
      };
    case 'variable-type':
      return { zh: `变量 ${where} 在新版中类型不同`, en: `the variable ${where} has another type in the new version` };
    case 'variable-value':
      return { zh: `变量 ${where} 的值在新版中不可取`, en: `the value of ${where} is no choice in the new version` };
    case 'child-gone':
      return {
        zh: `环节 ${where} 的子流程正在办理，新版中已无`,
        en: `a child runs in ${where}, which awaits none like it in the new version`,
      };
    case 'child-missing':
      return {
        zh: `环节 ${where} 在新版中须等待子流程，而子流程未曾启动`,
        en: `${where} awaits a child in the new version, and none was started`,
      };
    case 'bad-snapshot':
      return { zh: '新版流程不能接续其状态', en: 'the new version does not take its stored state' };
  }
}
