/** Which of the people of the assignee have the task; without a choice all who have the role. */
export type ChoiceSpec =
  /** Those whose user ids a FEEL expression gives (one, or a list): named, chosen in a form, or computed. */
  | { readonly by: 'person'; readonly person: string }
  /** 发起人: who began the case. */
  | { readonly by: 'initiator' }
  /** Who did that step. */
  | { readonly by: 'actorOf'; readonly state: string }
  /** 抽取: so many by lot, without the users and organisations of `exclude`; both FEEL. */
  | { readonly by: 'draw'; readonly count: string; readonly exclude?: string }
  /** 连续多级负责人: those who have these roles, one after the other; vacant posts are skipped. */
  | { readonly by: 'chain'; readonly roles: readonly string[] };

/** 去重: ask again; pass when the person has just approved; pass when it has approved anything before. */
export const REPEAT_RULES = ['ask', 'consecutive', 'once'] as const;
export type RepeatRule = (typeof REPEAT_RULES)[number];

/** What happens instead: the step is refused, others have it, or an event is sent in nobody's name. */
export type InsteadSpec =
  | { readonly kind: 'refuse' }
  | { readonly kind: 'party'; readonly organisation: string; readonly role: string }
  | { readonly kind: 'send'; readonly event: string };
