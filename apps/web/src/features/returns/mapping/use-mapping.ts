import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReturnStatusView, TableMappingRequest } from '@thongvon/api-contract';
import { send } from '../../../api/client';

/** Says where the tables of a return are; the workbook is then read again by it. */
export function useMapping(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tables: TableMappingRequest[]) =>
      send<ReturnStatusView>('PUT', `/api/returns/${id}/mapping`, { tables }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] });
      onSuccess();
    },
  });
}
