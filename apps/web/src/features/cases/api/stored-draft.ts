import { draftsDiscard, draftsRead, draftsSave } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { Draft } from '../../../shared/commands/draft.js';
import type { DraftStore } from '../../../shared/commands/use-draft.js';
import { statusOf } from '../../../shared/ui/problem-text.js';

const CONFLICT = 409;

/** 暂存 on the server: the same draft on every device of a person. What is typed last stays. */
export function storedDraft(taskId: number): DraftStore {
  let version = 0;
  let saving: Promise<void> = Promise.resolve();
  const write = async (draft: Draft): Promise<void> => {
    const { event, form, comment } = draft;
    const saved = await answer(draftsSave({ id: taskId, draftDto: { version, event, form, comment } }));
    version = saved.version;
  };
  const readVersion = async (): Promise<void> => {
    version = (await answer(draftsRead({ id: taskId }))).version;
  };
  const save = async (draft: Draft): Promise<void> => {
    try {
      await write(draft);
    } catch (error) {
      if (statusOf(error) !== CONFLICT) throw error;
      await readVersion();
      await write(draft);
    }
  };
  return {
    load: async () => {
      const { event, form, comment, version: found } = await answer(draftsRead({ id: taskId }));
      version = found;
      return found === 0 ? null : { event, form, comment };
    },
    // One after the other; this device keeps the draft too, so that a server that is away costs nothing.
    save: (draft) => {
      saving = saving.then(() => save(draft)).catch(() => undefined);
    },
    drop: () => {
      version = 0;
      saving = saving.then(async () => void (await answer(draftsDiscard({ id: taskId })))).catch(() => undefined);
    },
  };
}
