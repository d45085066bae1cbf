import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { CaseOption } from '../../api/shapes.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { draftKey } from '../commands/draft.js';
import { KeyKeeper } from '../commands/key-keeper.js';
import { RefusalAlert } from '../commands/refusal-alert.js';
import { useDraft } from '../commands/use-draft.js';
import type { FormContext } from '../forms/form-context.js';
import { SchemaForm, type SchemaFormHandle } from '../forms/schema-form.js';
import { serverProblems } from '../forms/server-problems.js';
import { fieldProblemsOf } from '../ui/problem-text.js';
import { sendEvent } from './send-event.js';

interface OptionFormProps {
  readonly option: CaseOption;
  readonly context: FormContext;
  readonly userId: number;
  readonly onDone: () => void;
}

/** The form of an event that somebody sends of their own accord. */
export function OptionForm({ option, context, userId, onDone }: OptionFormProps) {
  const texts = useTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { draft, change, discard } = useDraft(draftKey(userId, `option.${option.instanceId}.${option.event}`));
  const handle = useRef<SchemaFormHandle>(null);
  const [keys] = useState(() => new KeyKeeper());
  const send = useMutation({
    mutationFn: () => {
      const { instanceId, event } = option;
      return sendEvent({ instanceId, event, form: draft.form, key: keys.keyFor([event, draft.form]) });
    },
    onSuccess: ({ rootId, receipt }) => {
      discard();
      void message.success(receipt === null ? texts.task.success : texts.receipts.submitted(receipt));
      void client.invalidateQueries({ queryKey: ['case', rootId] });
      void client.invalidateQueries({ queryKey: ['opportunities'] });
      onDone();
    },
  });
  const submit = () => {
    if (option.form === null || handle.current?.validateForm() === true) send.mutate();
  };
  return (
    <div className="task-form">
      {option.form === null ? null : (
        <SchemaForm
          handle={handle}
          schema={option.form.schema}
          value={draft.form}
          context={context}
          problems={serverProblems(fieldProblemsOf(send.error), language)}
          onChange={(form, isTyped) => change({ form }, isTyped)}
        />
      )}
      <RefusalAlert error={send.error} />
      <div className="button-row">
        <Button type="primary" size="large" loading={send.isPending} onClick={submit}>
          {option.title}
        </Button>
        <Button size="large" onClick={onDone}>
          {texts.task.cancel}
        </Button>
      </div>
    </div>
  );
}
