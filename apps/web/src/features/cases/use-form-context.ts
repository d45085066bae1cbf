import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAbout } from '../../shared/session/about.js';
import { useMe } from '../../shared/session/me.js';
import type { FormContext } from '../../shared/forms/form-context.js';
import { uploadToCase } from './api/commands.js';
import { attachmentsQuery } from './api/get-case.js';
import { type LookupSubject, useLookups } from './lookups.js';

const DEFAULT_LIMIT = 20_971_520;
const COUNTY_LENGTH = 6;

export function useFormContext(subject: LookupSubject): FormContext {
  const { rootId } = subject;
  const client = useQueryClient();
  const me = useMe();
  const about = useAbout();
  const attachments = useQuery(attachmentsQuery(rootId)).data ?? [];
  return {
    attachments,
    uploadLimitBytes: about?.uploadLimitBytes ?? DEFAULT_LIMIT,
    divisionCode: me?.divisionCode.slice(0, COUNTY_LENGTH) ?? '',
    lookups: useLookups(subject),
    upload: async (file) => {
      const uploaded = await uploadToCase(rootId, file);
      await client.invalidateQueries({ queryKey: attachmentsQuery(rootId).queryKey });
      return uploaded;
    },
  };
}
