import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { CaseDetail } from '../../api/shapes.js';

/** The task that a visit of the page is about. */
interface Opened {
  readonly visit: string;
  readonly id: number;
}

/**
 * Which task the page shows: the one that was opened, else the person's own, else the one just submitted. It stays for
 * the visit, so that nobody's form goes away under their hands when somebody else is faster.
 */
export function useOpenTask(): (tasks: CaseDetail['tasks']) => number | undefined {
  const { key: visit } = useLocation();
  const [parameters] = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (tasks) => {
    const done = idIn(parameters, 'done');
    const kept = opened?.visit === visit ? opened.id : undefined;
    const own = tasks.find((task) => task.mine && task.id !== done)?.id;
    const id = idIn(parameters, 'task') ?? kept ?? own;
    if (id !== undefined && id !== kept) setOpened({ visit, id });
    return id ?? done;
  };
}

/** `task` was opened, `done` was just submitted. */
function idIn(parameters: URLSearchParams, name: 'task' | 'done'): number | undefined {
  const id = Number(parameters.get(name) ?? Number.NaN);
  return Number.isSafeInteger(id) ? id : undefined;
}
