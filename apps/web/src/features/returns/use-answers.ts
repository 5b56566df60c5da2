import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerRequest, ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../api/client';

/** Gives answers; the workbook is then read again in their light. */
export function useAnswers(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answers: AnswerRequest[]) =>
      send<ReturnStatusView>('POST', `/api/returns/${id}/answers`, { answers }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] });
      onSuccess();
    },
  });
}
