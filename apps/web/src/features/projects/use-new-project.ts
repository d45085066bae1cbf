import { useEffect, useState } from 'react';
import { dropDraft, draftKey, keepDraft, readDraft } from '../../shared/commands/draft.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { startProject } from './api/get-projects.js';

const TOWNSHIP_LENGTH = 9;
const VILLAGE_LENGTH = 12;
const MIN_TITLE = 2;

interface NewProjectValue {
  readonly title: string;
  readonly place?: string;
  readonly amount?: number;
  readonly method?: string;
}

/** What is typed for a new project; kept on this device until it is sent. */
export function useNewProject(userId: number) {
  const key = draftKey(userId, 'new-project');
  const [keys] = useState(() => new KeyKeeper());
  const [value, setValue] = useState<NewProjectValue>(() => {
    const kept = readDraft(key)?.form as Partial<NewProjectValue> | undefined; // written below
    return { ...kept, title: kept?.title ?? '' };
  });
  useEffect(() => keepDraft(key, { event: null, form: { ...value }, comment: '' }), [key, value]);
  const { title, place, amount, method } = value;
  const isComplete =
    title.trim().length >= MIN_TITLE &&
    place !== undefined &&
    amount !== undefined &&
    amount > 0 &&
    method !== undefined;
  const send = () => {
    const body = {
      title: title.trim(),
      method: method ?? '',
      plannedAmount: amount ?? 0,
      township: place?.slice(0, TOWNSHIP_LENGTH),
      village: place?.length === VILLAGE_LENGTH ? place : undefined,
    };
    return startProject(body, keys.keyFor(body));
  };
  return {
    value,
    isComplete,
    change: (part: Partial<NewProjectValue>) => setValue((before) => ({ ...before, ...part })),
    send,
    forget: () => dropDraft(key),
  };
}
