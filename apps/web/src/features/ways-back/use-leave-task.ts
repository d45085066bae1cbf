import { useNavigate } from 'react-router';

/** The task is no longer the person's: the case shows what is next. */
export function useLeaveTask(rootId: number): () => void {
  const navigate = useNavigate();
  return () => void navigate(`/projects/${rootId}`, { replace: true, preventScrollReset: true });
}
