import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attachment } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { FormContext } from '../../shared/forms/form-context.js';
import { OptionForm } from '../../shared/options/option-form.js';
import { useAbout } from '../../shared/session/about.js';
import { useMe } from '../../shared/session/me.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { opportunityOptionsQuery, uploadOutside } from './api/get-opportunities.js';

interface ResponseFormProps {
  readonly instanceId: number;
  readonly onDone: () => void;
}

/** What this caller may hand in; nothing where the process does not ask them. */
export function ResponseForm({ instanceId, onDone }: ResponseFormProps) {
  const texts = useTexts();
  const me = useMe();
  const about = useAbout();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const query = useQuery({ ...opportunityOptionsQuery(instanceId), retry: false });
  if (query.isPending || me === null) return <PageSkeleton rows={3} />;
  if (query.isError) return <p className="muted">{texts.opportunities.notAsked}</p>;
  const context: FormContext = {
    attachments,
    uploadLimitBytes: about?.uploadLimitBytes ?? 0,
    divisionCode: me.divisionCode,
    lookups: {},
    upload: async (file) => {
      const uploaded = await uploadOutside(file);
      setAttachments((before) => [...before, uploaded]);
      return uploaded;
    },
  };
  return (
    <div className="stack">
      {query.data.map((option) => (
        <OptionForm key={option.event} option={option} context={context} userId={me.userId} onDone={onDone} />
      ))}
    </div>
  );
}
