import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedReturnView, ReturnStatusView } from '@thongvon/contracts';
import { send } from '../../api/client';
import type { Problem } from '../../api/problem';
import { oneByOne } from '../../shared/one-by-one';

interface BulkStep {
  readonly name: 'approval' | 'sending-back';
  readonly returns: readonly ListedReturnView[];
  readonly reason?: string;
}

interface BulkResult {
  readonly name: BulkStep['name'];
  readonly done: number;
  readonly refused: readonly { readonly office: string; readonly problem: Problem }[];
}

/** One after the other, each only if it is still what the list showed; a refusal doesn't hold up the rest. */
export function useBulkStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, returns, reason }: BulkStep): Promise<BulkResult> => {
      const { done, refused } = await oneByOne(returns, ({ id, etag }) =>
        send<ReturnStatusView>(
          'POST',
          `/api/returns/${id}/${name}`,
          reason === undefined ? undefined : { reason },
          name === 'approval' ? { 'if-match': etag } : {},
        ),
      );
      return {
        name,
        done,
        refused: refused.map(({ item, problem }) => ({ office: item.organization.name, problem })),
      };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}
