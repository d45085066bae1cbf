import { Injectable } from '@nestjs/common';
import type { FieldRights, FormProblem, JsonObject, TransitionSpec } from '#libs/kernel';
import { UserError } from '#libs/platform';
import { AttachmentBinder } from '../attachments/attachment.binder.js';
import type { Bundle } from '../definitions/bundle.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { PersonalVault } from '../personal-data/personal.vault.js';
import { noteEnteredFor } from '../outside-decisions/entered-for.js';
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

/** What a person entered, and what it was entitled to enter. */
export interface FormEntry {
  readonly form: string | undefined;
  readonly payload: JsonObject;
  /** Nothing is narrowed when unset. */
  readonly rights?: FieldRights;
}

/**
 * Checks what a person entered against the pinned form, binds the attachments it names to the case, and seals personal
 * data. What it answers is what the command goes on with.
 */
@Injectable()
export class FormCheck {
  constructor(
    private readonly attachments: AttachmentBinder,
    private readonly vault: PersonalVault,
  ) {}

  /** Form of the event: its transition's own, else the task's. */
  formOf(transition: TransitionSpec | undefined, taskForm: string | undefined): string | undefined {
    return transition?.form ?? taskForm;
  }

  async check(tx: CaseTransaction, bundle: Bundle, { form: name, payload, rights }: FormEntry): Promise<JsonObject> {
    if (name === undefined) {
      refuseUnexpected(payload);
      return payload;
    }
    const form = bundle.forms.get(name);
    const schema = bundle.content.forms[name];
    if (!form || !schema) throw new StepDefectError(bundle.content.process, undefined, `form ${name} is not pinned`);
    if (rights) refuseForbidden(name, payload, rights);
    const problems = form.validate(payload).filter((problem) => !isNotTheirs(problem, rights));
    if (problems.length > 0) {
      throw new FormRefusedError(
        name,
        problems.map((problem) => ({ field: `/form${problem.pointer}`, rule: problem.keyword, ...problem.message })),
      );
    }
    noteEnteredFor(tx, schema, payload);
    await this.attachments.bind(tx, schema, payload);
    return this.vault.seal(tx, schema, payload);
  }

  /** The paper that shows what is entered late must be a file of the case, or the sender's own. */
  async bindDocument(tx: CaseTransaction, document: number): Promise<void> {
    await this.attachments.bind(tx, DOCUMENT, { document });
  }
}

/** 表单权限: what is only read, or hidden, is not entered, not even with the value that it has. */
function refuseForbidden(form: string, payload: JsonObject, rights: FieldRights): void {
  const names = Object.keys(payload).filter((name) => rights.has(name));
  if (names.length === 0) return;
  throw new FormRefusedError(
    form,
    names.map((name) => ({
      field: `/form/${name}`,
      rule: 'readOnly',
      zh: '您在本环节无权填写此项，请删去后重新提交',
      en: 'you may not enter this at this step; leave it out',
    })),
  );
}

/** Nobody misses what it may not enter. */
function isNotTheirs({ keyword, pointer }: FormProblem, rights: FieldRights | undefined): boolean {
  return keyword === 'required' && (rights?.has(pointer.slice(1)) ?? false);
}

/** A form of one file. */
const DOCUMENT: JsonObject = { properties: { document: { format: 'attachment' } } };

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
