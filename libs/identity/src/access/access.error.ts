import { DefectError } from '#libs/platform';

/** Thrown at boot when routes do not say who may call them; whoever wrote the controller declares it. */
export class UndeclaredAccessError extends DefectError {
  constructor(routes: readonly string[]) {
    super({
      code: 'identity.undeclared-access',
      zh: `以下接口未声明访问权限：${routes.join('、')}；请标注 @Public()、@SignedIn()、@ByRecord() 或 @Requires()。`,
      en: `These routes do not declare who may call them: ${routes.join(', ')}; add @Public(), @SignedIn(), @ByRecord() or @Requires().`,
      details: { routes },
    });
  }
}

/** Thrown at boot when a route asks for a permission that config/roles.yaml does not list; one of the two is wrong. */
export class UnknownPermissionError extends DefectError {
  constructor(routes: readonly string[]) {
    super({
      code: 'identity.unknown-permission',
      zh: `以下接口要求的权限未在 roles.yaml 中列出：${routes.join('、')}。`,
      en: `These routes need a permission that roles.yaml does not list: ${routes.join(', ')}.`,
      details: { routes },
    });
  }
}
