import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../api/client';

interface ChangeOptions<Reply> {
  /** What has to be fetched anew. */
  readonly stale: readonly QueryKey[];
  readonly onDone?: (reply: Reply) => void;
}

/** Sends a change and fetches anew what it concerns, before it counts as done. */
export function useChange<Request extends object | undefined, Reply = undefined>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  { stale, onDone }: ChangeOptions<Reply>,
): UseMutationResult<Reply, Error, Request> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => send<Reply>(method, path, request),
    onSuccess: async (reply) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(reply);
    },
  });
}

/** The fields of `draft` that differ from `before`: what a change names is what the audit trail tells. */
export function changedFields<T extends object>(before: T, draft: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => value !== before[name as keyof T]),
  ) as Partial<T>;
}
