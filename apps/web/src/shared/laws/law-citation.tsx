import { queryOptions, useQuery } from '@tanstack/react-query';
import { lawList } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { type Language, useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';

const lawsQuery = (language: Language) =>
  queryOptions({ queryKey: ['laws', language], queryFn: () => answer(lawList()), staleTime: Infinity });

/** The law that a deadline rests on, as it is cited, and what the article says. */
export function LawCitation({ reference }: { readonly reference: string }) {
  const texts = useTexts();
  const { data = [] } = useQuery(lawsQuery(useLanguage()));
  const law = data.find((known) => known.reference === reference);
  return (
    <p className="muted">
      {texts.project.law} {law?.citation ?? reference}
      {law?.text ? <span className="law-text">{law.text}</span> : null}
    </p>
  );
}
