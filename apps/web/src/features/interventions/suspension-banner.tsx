import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { suspensionsQuery } from './api/interventions.js';

/** 挂起: since when the case stands still, why, what goes on, and which periods are not counted. */
export function SuspensionBanner({ rootId }: { readonly rootId: number }) {
  const texts = useTexts().interventions;
  const found = useQuery(suspensionsQuery(rootId)).data;
  if (found === undefined || found.suspensions.length === 0) return null;
  return (
    <>
      {found.suspensions.map((suspension) => (
        <Alert
          key={`${suspension.instanceId} ${suspension.cause}`}
          type="warning"
          showIcon
          title={texts.suspended(formatDateTime(suspension.since))}
          description={
            <>
              <p>
                {texts.cause}：{lawText(suspension)}（{texts.suspendedBy(suspension.process)}）
              </p>
              {suspension.goesOn.length === 0 ? null : <p>{texts.goesOn(suspension.goesOn.join('、'))}</p>}
              {found.standing.length === 0 ? null : (
                <p>
                  {texts.standing}：
                  {found.standing
                    .map(({ stateTitle, deadlineTitle, remainingTitle }) =>
                      [stateTitle, deadlineTitle, texts.remaining(remainingTitle)].join(' '),
                    )
                    .join('；')}
                </p>
              )}
            </>
          }
        />
      ))}
    </>
  );
}

interface Caused {
  readonly cause: string;
  readonly law: { readonly title: string; readonly article: string | null } | null;
}

function lawText({ cause, law }: Caused): string {
  return law === null ? cause : [law.title, law.article].filter(Boolean).join(' ');
}
