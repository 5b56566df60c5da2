import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { returnQuery } from './queries';

/** What happens to a return while somebody watches; `end` says that nothing more comes of itself. */
const EVENTS = [
  'received',
  'start-reading',
  'find-fault',
  'find-ready',
  'fail',
  'answer',
  'map',
  'read-again',
] as const;

/**
 * Follows a return while it is being read: every event of its stream refreshes it. A lost connection is taken up again by
 * the browser with `Last-Event-ID`; meanwhile it is `lost`.
 */
export function useFollowing(id: string, isMoving: boolean): { readonly isLost: boolean } {
  const client = useQueryClient();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (!isMoving) return;
    const source = new EventSource(`/api/returns/${id}/events`);
    const refresh = () => void client.invalidateQueries({ queryKey: returnQuery(id).queryKey });
    for (const name of EVENTS) source.addEventListener(name, refresh);
    source.addEventListener('end', () => {
      source.close();
      refresh();
    });
    source.onopen = () => setLost(false);
    source.onerror = () => setLost(true);
    return () => source.close();
  }, [id, isMoving, client]);
  return { isLost: isLost && isMoving };
}
