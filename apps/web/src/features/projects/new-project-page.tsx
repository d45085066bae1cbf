import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts, useTitle } from '../../locales/use-texts.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { DivisionPicker } from '../../shared/divisions/division-picker.js';
import { MoneyInput } from '../../shared/money/money-input.js';
import { useMe } from '../../shared/session/me.js';
import { EmptyState } from '../../shared/ui/empty-state.js';
import { fieldProblemsOf, useProblemText } from '../../shared/ui/problem-text.js';
import { methodsQuery } from './api/get-projects.js';
import { LabelledField } from './labelled-field.js';
import { useNewProject } from './use-new-project.js';

const TITLE_LIMIT = 120;
const TOWNSHIP_LENGTH = 9;

/** Registers a project; the process then asks for the need. */
export function NewProjectPage() {
  const texts = useTexts();
  useDocumentTitle(texts.nav.newProject);
  const me = useMe();
  if (me !== null && !me.permissions.includes('projects.start')) {
    return (
      <div className="panel">
        <EmptyState title={texts.newProject.notAllowed} />
      </div>
    );
  }
  return (
    <div className="narrow">
      <div className="page-head">
        <h1>{texts.newProject.title}</h1>
      </div>
      <div className="panel">
        <p className="lead">{texts.newProject.lead}</p>
        {me === null ? null : <NewProjectForm within={me.divisionCode} userId={me.userId} />}
      </div>
    </div>
  );
}

function NewProjectForm({ within, userId }: { readonly within: string; readonly userId: number }) {
  const texts = useTexts();
  const title = useTitle();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const methods = useQuery(methodsQuery());
  const form = useNewProject(userId);
  const [isChecked, setChecked] = useState(false);
  const start = useMutation({
    mutationFn: form.send,
    onSuccess: ({ id }) => {
      form.forget();
      void client.invalidateQueries({ queryKey: ['projects'] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void navigate(`/projects/${id}`);
    },
  });
  const refused = fieldProblemsOf(start.error);
  const problemAt = (field: string, isMissing: boolean) => {
    const own = refused.find((problem) => problem.field === `/${field}`);
    return own?.zh ?? (isChecked && isMissing ? texts.form.rules.required : null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (form.isComplete) start.mutate();
  };
  const { value, change } = form;
  const fields = texts.newProject.fields;
  return (
    <form className="task-form" onSubmit={submit} noValidate>
      <LabelledField
        id="title"
        label={fields.title}
        hint={fields.titleHint}
        problem={problemAt('title', value.title.trim().length < 2)}
      >
        <Input
          id="title"
          maxLength={TITLE_LIMIT}
          value={value.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </LabelledField>
      <LabelledField
        id="place"
        label={fields.place}
        problem={problemAt('village', false) ?? problemAt('township', value.place === undefined)}
      >
        <DivisionPicker
          id="place"
          within={within}
          level="village"
          value={value.place}
          onChange={(place) =>
            change({ place: place !== undefined && place.length >= TOWNSHIP_LENGTH ? place : undefined })
          }
        />
      </LabelledField>
      <LabelledField id="amount" label={fields.amount} problem={problemAt('plannedAmount', value.amount === undefined)}>
        <MoneyInput id="amount" value={value.amount} onChange={(amount) => change({ amount })} />
      </LabelledField>
      <LabelledField id="method" label={fields.method} problem={problemAt('method', value.method === undefined)}>
        <Select
          id="method"
          value={value.method}
          placeholder={texts.form.choose}
          loading={methods.isPending}
          options={methods.data?.map((method) => ({ value: method.method, label: title(method.title) }))}
          onChange={(method: string) => change({ method })}
        />
      </LabelledField>
      {start.isError ? <Alert type="error" showIcon role="alert" title={problemText(start.error)} /> : null}
      <div className="button-row button-row--submit">
        <Button type="primary" size="large" htmlType="submit" loading={start.isPending}>
          {texts.newProject.submit}
        </Button>
      </div>
    </form>
  );
}
