import { queryOptions } from '@tanstack/react-query';
import type { ProvenanceView } from '@thongvon/api-contract';
import { get } from '../../api/client';

export const provenanceQuery = (projectId: string, planYear: number, asOf: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'provenance', planYear, asOf],
    queryFn: ({ signal }) =>
      get<ProvenanceView>(`/api/projects/${projectId}/provenance`, { planYear, asOf }, signal),
  });
