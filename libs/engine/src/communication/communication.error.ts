import { UserError } from '#libs/platform';

/** Thrown when somebody urges who neither began the case nor oversees those who have the task. */
export class UrgeRefusedError extends UserError {
  constructor(task: string) {
    super({
      code: 'engine.urge-refused',
      status: 403,
      zh: `只有发起人、承办单位负责人或上级单位可以催办“${task}”。`,
      en: `Only who began the case, the head of the organisation that has "${task}", or a superior may urge.`,
      details: { task },
    });
  }
}

/** Thrown when a task was urged less than an hour ago; says when it may be urged again. */
export class UrgedRecentlyError extends UserError {
  constructor(task: string, again: Date) {
    super({
      code: 'engine.urged-recently',
      status: 409,
      zh: `“${task}”在一小时内已催办过；请稍后再催办。`,
      en: `"${task}" was urged within the last hour; urge again later.`,
      details: { task, again },
    });
  }
}

/** Thrown when a message or copy is meant for people who are not active or may not see the case; names them. */
export class RecipientRefusedError extends UserError {
  constructor(users: readonly { readonly id: number; readonly name: string }[]) {
    const names = users.map(({ name }) => name);
    super({
      code: 'engine.recipient-refused',
      zh: `以下人员无权查看本案件或账号已停用：${names.join('、')}；请另选人员。`,
      en: `These people may not see the case or have no active account: ${names.join(', ')}; choose others.`,
      details: { users: users.map(({ id }) => id) },
      fields: users.map(({ id, name }) => ({
        field: '/users',
        rule: 'sees',
        zh: `${name}（${id}）不能接收`,
        en: `${name} (${id}) cannot receive it`,
      })),
    });
  }
}

/** Thrown when there is no copy of the case for the caller. */
export class NoCopyError extends UserError {
  constructor(rootId: number) {
    super({
      code: 'engine.copy-not-found',
      status: 404,
      zh: `没有抄送给您的编号为 ${rootId} 的案件。`,
      en: `No case ${rootId} was copied to you.`,
      details: { rootId },
      fields: [{ field: '/id', rule: 'copied', zh: '未抄送给您', en: 'not copied to you' }],
    });
  }
}
