import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FailedJobsDoneView, FailedJobView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { longList } from '../../api/long-list';

const FAILED_JOBS_KEY = ['failed-jobs'] as const;

/** Looked at again every few seconds: what runs again is done soon. */
export const failedJobsQuery = {
  ...longList<FailedJobView>(FAILED_JOBS_KEY, '/api/failed-jobs', {}),
  refetchInterval: 5000,
};

interface Action {
  readonly ids: readonly string[];
  /** Given: they are discarded; without it, run again. */
  readonly reason?: string;
}

/** Runs failed work again or discards it. */
export function useJobsAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, reason }: Action) =>
      reason === undefined
        ? send<FailedJobsDoneView>('POST', '/api/failed-jobs/retry', { ids })
        : send<FailedJobsDoneView>('POST', '/api/failed-jobs/discard', { ids, reason }),
    onSettled: () => client.invalidateQueries({ queryKey: FAILED_JOBS_KEY }),
  });
}
