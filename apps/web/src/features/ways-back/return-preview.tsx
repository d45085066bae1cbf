import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ReturnPreviewAnswer, UndoneStepAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { formatDateTime, formatDueDate } from '../../shared/time/format-time.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { returnPreviewQuery } from './api/ways-back.js';

interface ReturnPreviewProps {
  readonly rootId: number;
  readonly taskId: number;
  readonly to: string;
}

/** 退回的影响: who gets it, which tasks, votes and deadlines are undone, and what stays. */
export function ReturnPreview({ rootId, taskId, to }: ReturnPreviewProps) {
  const texts = useTexts().waysBack.preview;
  const query = useQuery(returnPreviewQuery(rootId, taskId, to));
  return (
    <section className="preview" aria-label={texts.title} aria-live="polite">
      <h3>{texts.title}</h3>
      {query.isPending ? <PageSkeleton rows={2} /> : null}
      {query.isError ? <LoadFailure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Effects preview={query.data} />}
    </section>
  );
}

function Effects({ preview }: { readonly preview: ReturnPreviewAnswer }) {
  const allTexts = useTexts();
  const texts = allTexts.waysBack.preview;
  const { people, undone, stopped, started, lasting, effects } = preview;
  const isNothing = undone.length + stopped.length + started.length === 0;
  return (
    <>
      <p>{people.length === 0 ? texts.anew : texts.people(people.map(({ name }) => name).join('、'))}</p>
      {isNothing ? <p className="muted">{texts.nothing}</p> : null}
      <Part
        title={texts.undone}
        items={undone.map((step) => [step.task, <UndoneStep key={step.task} step={step} />])}
      />
      <Part
        title={texts.stopped}
        items={stopped.map((one) => [`${one.state} ${one.deadline}`, deadlineText(one, texts)])}
      />
      <Part
        title={texts.started}
        items={started.map((one) => [`${one.state} ${one.deadline}`, deadlineText(one, texts)])}
      />
      <Part
        title={texts.lasting}
        items={grouped(lasting.map(({ effect, at }) => `${effectText(effect, allTexts)}（${formatDateTime(at)}）`))}
      />
      <Part title={texts.again} items={grouped(effects.map((effect) => effectText(effect, allTexts)))} />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly items: readonly (readonly [key: string | number, content: ReactNode])[];
}

function Part({ title, items }: PartProps) {
  if (items.length === 0) return null;
  return (
    <div className="preview__part">
      <h4>{title}</h4>
      <ul>
        {items.map(([key, content]) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    </div>
  );
}

function UndoneStep({ step }: { readonly step: UndoneStepAnswer }) {
  const texts = useTexts().waysBack.preview;
  const votes: Readonly<Record<string, string>> = texts.vote;
  return (
    <>
      {step.title} <Tag color={step.status === 'open' ? 'processing' : 'warning'}>{texts.statuses[step.status]}</Tag>
      {step.votes.length === 0 ? null : (
        <span className="preview__votes">
          {texts.votes(step.votes.map(({ person, vote }) => `${person} ${votes[vote] ?? vote}`).join('、'))}
        </span>
      )}
    </>
  );
}

interface NamedDeadline {
  readonly title: string;
  readonly deadlineTitle: string;
  readonly dueAt: string | null;
}

function deadlineText({ title, deadlineTitle, dueAt }: NamedDeadline, texts: Texts['waysBack']['preview']): string {
  const until = dueAt === null ? texts.unknown : texts.until(formatDueDate(dueAt));
  return `${title} · ${deadlineTitle}，${until}`;
}

/** What a step put on record, by the noun of its effect; people do not know effects by name. */
function effectText(effect: string, { waysBack: { preview } }: Texts): string {
  const nouns: Readonly<Record<string, string>> = preview.effects;
  return nouns[effect.split('.', 1)[0] ?? ''] ?? effect;
}

/** The same words once, with how often. */
function grouped(texts: readonly string[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => [text, count === 1 ? text : `${text} × ${count}`]);
}
