export const historyTexts = {
  history: {
    kinds: {
      deadline: '到期',
      reminded: '提醒',
      escalated: '督办',
      returned: '退回',
      withdrawn: '撤回',
      held: '暂停到期',
      migrated: '换版',
      restored: '撤销换版',
    },
    events: {
      started: '流程启动',
      completed: '阶段办结',
      signalled: '系统更新',
      deadline: '期限届满',
      reminded: '期限提醒',
      escalated: '逾期督办',
      returned: '退回',
      withdrawn: '撤回',
      cancelled: '终止',
      held: '暂定日期到期，待人工处理',
      migrated: '换用新版流程',
      restored: '撤销换版，恢复原版流程',
    },
  },
};
