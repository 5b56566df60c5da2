import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SeenReturn } from './queries';

export type StepName = 'submission' | 'withdrawal' | 'approval' | 'sending-back' | 'reversion';

/** Which steps say what was seen, so that nobody sends or approves what has changed meanwhile. */
const SEEN: readonly StepName[] = ['submission', 'approval'];

/** Does one of the steps of a return's life. A 412 brings what has changed, so that it can be looked at again. */
export function useStep({ id, etag }: Pick<SeenReturn, 'id' | 'etag'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, reason }: { readonly name: StepName; readonly reason?: string }) =>
      send<ReturnStatusView>(
        'POST',
        `/api/returns/${id}/${name}`,
        reason === undefined ? undefined : { reason },
        SEEN.includes(name) ? { 'if-match': etag } : {},
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}

export function hasChanged(error: Error | null): boolean {
  return error instanceof Problem && error.status === 412;
}
