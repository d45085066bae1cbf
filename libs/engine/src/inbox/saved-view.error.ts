import { UserError } from '#libs/platform';

/** Thrown when somebody keeps as many views as one may; one has to go before another comes. */
export class TooManyViewsError extends UserError {
  constructor(limit: number) {
    super({
      code: 'engine.too-many-views',
      zh: `最多保存 ${limit} 个视图；请先删除不再使用的视图。`,
      en: `At most ${limit} views can be saved; delete one that is no longer used first.`,
      details: { limit },
    });
  }
}

/** Thrown when one has a view of that name already; the caller takes another name or changes the view. */
export class ViewNameTakenError extends UserError {
  constructor(name: string) {
    super({
      code: 'engine.view-name-taken',
      status: 409,
      zh: `您已有名为“${name}”的视图；请换一个名称，或修改原视图。`,
      en: `You have a view named "${name}" already; take another name, or change that view.`,
      details: { name },
      fields: [{ field: '/name', rule: 'unique', zh: '名称已使用', en: 'taken' }],
    });
  }
}

/** Thrown when there is no such view among one's own. */
export class NoSuchViewError extends UserError {
  constructor(id: number) {
    super({
      code: 'engine.view-not-found',
      status: 404,
      zh: `您没有编号为 ${id} 的视图。`,
      en: `You have no view ${id}.`,
      details: { id },
      fields: [{ field: '/id', rule: 'own', zh: '不存在', en: 'not there' }],
    });
  }
}
