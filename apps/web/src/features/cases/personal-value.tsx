import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sealedValuesUnmask } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { ReasonButton } from '../../shared/ui/reason-button.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import type { MaskedValue } from './masked-value.js';

const PERMISSION = 'personal-data.view';

/** What may be shown of an ID or phone number; the whole of it for a reason that goes on record, to whoever may. */
export function PersonalValue({ masked }: { readonly masked: MaskedValue }) {
  const texts = useTexts().personalData;
  const problemText = useProblemText();
  const mayOpen = useMe()?.permissions.includes(PERMISSION) ?? false;
  const [shown, setShown] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: (reason: string) => answer(sealedValuesUnmask({ id: masked.id, unmaskDto: { reason } })),
    onSuccess: ({ value }) => setShown(value),
  });
  return (
    <>
      {shown ?? masked.text}
      {mayOpen && shown === null ? (
        <ReasonButton
          text={texts.unmask}
          title={texts.title}
          hint={texts.hint}
          onGiven={(reason) => opening.mutate(reason)}
        />
      ) : null}
      {opening.error === null ? null : (
        <span className="problem" role="alert">
          {problemText(opening.error)}
        </span>
      )}
    </>
  );
}
