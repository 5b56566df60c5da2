import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedReturnView, ReturnStatusView } from '@thongvon/contracts';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';

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
      const refused: BulkResult['refused'][number][] = [];
      for (const { id, etag, organization } of returns) {
        try {
          await send<ReturnStatusView>(
            'POST',
            `/api/returns/${id}/${name}`,
            reason === undefined ? undefined : { reason },
            name === 'approval' ? { 'if-match': etag } : {},
          );
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          refused.push({ office: organization.name, problem: error });
        }
      }
      return { name, done: returns.length - refused.length, refused };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}
