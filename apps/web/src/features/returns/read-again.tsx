import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useText } from '../../language';
import { messages } from './messages';
import { Refused } from './refused';

/** Offers to have a return that waits read by the words that were added since. */
export function ReadAgain({ id }: { readonly id: string }) {
  const t = useText(messages);
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => send<ReturnStatusView>('POST', `/api/returns/${id}/reading`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
  return (
    <div className="rt-again noprint">
      <span>{t.newerWords}</span>
      <button type="button" className="btn" disabled={reading.isPending} onClick={() => reading.mutate()}>
        {t.readAgain}
      </button>
      <Refused error={reading.error} />
    </div>
  );
}
