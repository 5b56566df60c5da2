import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RememberedView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { longList } from '../../api/long-list';

const PROFILES_KEY = ['office-profiles'] as const;

export const profilesQuery = (organizationId: string | undefined) =>
  longList<RememberedView>(PROFILES_KEY, '/api/office-profiles', { organizationId });

/** Forgets one thing that an office has answered. */
export function useForgetting({ id, organization }: RememberedView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send('POST', `/api/office-profiles/${organization.id}/forgetting`, { id, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: PROFILES_KEY }),
  });
}
