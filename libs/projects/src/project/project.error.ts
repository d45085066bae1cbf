import { UserError } from '#libs/platform';

/** Thrown when a record asks for a project that does not exist; the caller uses an id from the list. */
export class UnknownProjectError extends UserError {
  constructor(rootId: number) {
    super({
      code: 'projects.unknown-project',
      status: 404,
      zh: `没有编号为 ${rootId} 的项目。`,
      en: `There is no project ${rootId}.`,
      details: { project: rootId },
    });
  }
}

/** Thrown when a project would begin with a procurement method that has no process; the caller picks a listed one. */
export class UnknownMethodError extends UserError {
  constructor(method: string, known: readonly string[]) {
    super({
      code: 'projects.unknown-method',
      zh: `采购方式“${method}”未配置流程;可选:${known.join('、')}。`,
      en: `No process is configured for the method "${method}"; choose one of ${known.join(', ')}.`,
      details: { method, known },
      fields: [{ field: '/method', rule: 'known-method', zh: '不是已配置的采购方式', en: 'not a configured method' }],
    });
  }
}

/** Thrown when a place lies outside the area that must hold it; the caller corrects the code. */
export class PlaceOutsideError extends UserError {
  constructor(field: string, code: string, area: string) {
    super({
      code: 'projects.place-outside',
      zh: `区划代码 ${code} 不在 ${area} 辖区内;请核对乡镇(街道)和村(社区)。`,
      en: `Division ${code} is not within ${area}; correct the township and village.`,
      details: { code, area },
      fields: [{ field, rule: 'within-division', zh: `须在 ${area} 辖区内`, en: `must lie within ${area}` }],
    });
  }
}

/** Thrown when no organisation of a kind exists at a place, so nobody could act; an administrator registers it first. */
export class NobodyAtPlaceError extends UserError {
  constructor(place: { field: string; kind: string; division: string }) {
    super({
      code: 'projects.nobody-at-place',
      zh: `区划 ${place.division} 尚未登记 ${place.kind} 类机构,后续环节无人办理;请先登记机构或更换地点。`,
      en: `No organisation of kind ${place.kind} is registered at ${place.division}; register one or choose another place.`,
      details: { kind: place.kind, division: place.division },
      fields: [
        { field: place.field, rule: 'organisation-at-place', zh: '该地点没有可办理的机构', en: 'nobody can act there' },
      ],
    });
  }
}

/** Thrown when a period ends before it begins; the caller corrects the dates. */
export class PeriodReversedError extends UserError {
  constructor(field: string, from: string, to: string) {
    super({
      code: 'projects.period-reversed',
      zh: `服务期限终止日 ${to} 早于起始日 ${from};请更正。`,
      en: `The period ends on ${to}, before it begins on ${from}; correct the dates.`,
      details: { from, to },
      fields: [{ field, rule: 'period-order', zh: `不得早于 ${from}`, en: `not before ${from}` }],
    });
  }
}

/** Thrown when a division code does not exist; the caller picks one of the list. */
export class PlaceUnknownError extends UserError {
  constructor(field: string, code: string) {
    super({
      code: 'projects.place-unknown',
      zh: `区划代码 ${code} 不存在;请从区划列表中选择。`,
      en: `There is no division ${code}; choose one of the list.`,
      details: { code },
      fields: [{ field, rule: 'division', zh: '区划代码不存在', en: 'no such division' }],
    });
  }
}
