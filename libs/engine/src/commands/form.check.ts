import { Injectable } from '@nestjs/common';
import type { JsonObject, TransitionSpec } from '#libs/kernel';
import { UserError } from '#libs/platform';
import { AttachmentBinder } from '../attachments/attachment.binder.js';
import type { Bundle } from '../definitions/bundle.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { StepDefectError } from './command.error.js';

/** Thrown when a form is incomplete or ill-typed; each field is named with its rule. */
export class FormRefusedError extends UserError {
  constructor(form: string, fields: ConstructorParameters<typeof UserError>[0]['fields']) {
    const list = (fields ?? []).map((field) => `${field.field} ${field.zh}`).join(';');
    super({
      code: 'engine.form-refused',
      zh: `表单“${form}”有 ${fields?.length ?? 0} 处不符合要求:${list}`,
      en: `Form "${form}" is refused: ${(fields ?? []).map((field) => `${field.field} ${field.en}`).join('; ')}`,
      ...(fields ? { fields } : {}),
      details: { form },
    });
  }
}

/** Checks what a person entered against the pinned form, and binds the attachments it names to the case. */
@Injectable()
export class FormCheck {
  constructor(private readonly attachments: AttachmentBinder) {}

  /** Form of the event: its transition's own, else the task's. */
  formOf(transition: TransitionSpec | undefined, taskForm: string | undefined): string | undefined {
    return transition?.form ?? taskForm;
  }

  async check(tx: CaseTransaction, bundle: Bundle, name: string | undefined, payload: JsonObject): Promise<void> {
    if (name === undefined) return refuseUnexpected(payload);
    const form = bundle.forms.get(name);
    const schema = bundle.content.forms[name];
    if (!form || !schema) throw new StepDefectError(bundle.content.process, undefined, `form ${name} is not pinned`);
    const problems = form.validate(payload);
    if (problems.length > 0) {
      throw new FormRefusedError(
        name,
        problems.map((problem) => ({ field: `/form${problem.pointer}`, rule: problem.keyword, ...problem.message })),
      );
    }
    await this.attachments.bind(tx, schema, payload);
  }
}

function refuseUnexpected(payload: JsonObject): void {
  const names = Object.keys(payload);
  if (names.length === 0) return;
  throw new FormRefusedError(
    '无',
    names.map((name) => ({
      field: `/form/${name}`,
      rule: 'additionalProperties',
      zh: '此操作不需要填写表单',
      en: 'this event takes no form',
    })),
  );
}
