import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CorrectedCellRequest, CorrectionRequest, ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../../api/client';

/** Declares what is right for a cell, or takes it back; the return is then read anew. `onDone`: before what has changed is fetched. */
export function useCorrecting(returnId: string, onDone: () => void) {
  const client = useQueryClient();
  const onSuccess = async () => {
    onDone();
    await client.invalidateQueries({ queryKey: ['cells', returnId] });
    await client.invalidateQueries({ queryKey: ['returns'] });
  };
  const path = `/api/returns/${returnId}/corrections`;
  const declare = useMutation({
    mutationFn: (correction: CorrectionRequest) =>
      send<ReturnStatusView>('POST', path, { corrections: [correction] }),
    onSuccess,
  });
  const takeBack = useMutation({
    mutationFn: ({ sheet, cell }: CorrectedCellRequest) =>
      send<ReturnStatusView>('POST', `${path}/taken-back`, { cells: [{ sheet, cell }] }),
    onSuccess,
  });
  return { declare, takeBack };
}
