import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { attachmentsUpload, opportunityAnnounced, optionsRead } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Attachment } from '../../../api/shapes.js';

const PAGE_SIZE = 20;

export const opportunitiesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['opportunities'],
    queryFn: ({ pageParam }) => answer(opportunityAnnounced({ limit: PAGE_SIZE, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What the caller may send; a refusal means nothing. */
export const opportunityOptionsQuery = (instanceId: number) =>
  queryOptions({
    queryKey: ['opportunities', instanceId, 'options'],
    queryFn: () => answer(optionsRead({ id: instanceId })),
  });

/** A supplier is no party of the case yet: its files wait outside until the response takes them in. */
export function uploadOutside(file: File): Promise<Attachment> {
  return answer(attachmentsUpload({ body: { file } }));
}
