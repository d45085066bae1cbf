import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { CaseOption } from '../../api/shapes.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { SchemaForm, type SchemaFormHandle } from '../../shared/forms/schema-form.js';
import { serverProblems } from '../../shared/forms/server-problems.js';
import { useMe } from '../../shared/session/me.js';
import { fieldProblemsOf } from '../../shared/ui/problem-text.js';
import { sendEvent } from './api/commands.js';
import { draftKey } from '../../shared/commands/draft.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { RefusalAlert } from './refusal-alert.js';
import { useDraft } from '../../shared/commands/use-draft.js';
import { useFormContext } from './use-form-context.js';

interface OptionFormProps {
  readonly rootId: number;
  readonly option: CaseOption;
  readonly process: string | null;
  readonly onDone: () => void;
}

export function OptionForm({ rootId, option, process, onDone }: OptionFormProps) {
  const texts = useTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const context = useFormContext({ rootId, process, parameters: {}, schemas: option.form === null ? [] : [option.form.schema] });
  const me = useMe();
  const { draft, change, discard } = useDraft(draftKey(me?.userId ?? 0, `option.${option.instanceId}.${option.event}`));
  const handle = useRef<SchemaFormHandle>(null);
  const [keys] = useState(() => new KeyKeeper());
  const send = useMutation({
    mutationFn: () => {
      const { instanceId, event } = option;
      return sendEvent({ instanceId, event, form: draft.form, key: keys.keyFor([option.event, draft.form]) });
    },
    onSuccess: () => {
      discard();
      void message.success(texts.task.success);
      void client.invalidateQueries({ queryKey: ['case', rootId] });
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
          onChange={(form) => change({ form })}
        />
      )}
      <RefusalAlert error={send.error} />
      <div className="button-row">
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {option.title}
        </Button>
        <Button onClick={onDone}>{texts.task.cancel}</Button>
      </div>
    </div>
  );
}
