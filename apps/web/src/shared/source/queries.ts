import type { ProvenanceView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';

export const provenanceQuery = (projectId: string, planYear: number, asOf: string) =>
  getQuery<ProvenanceView>(
    ['projects', projectId, 'provenance', planYear, asOf],
    `/api/projects/${projectId}/provenance`,
    { planYear, asOf },
  );

/** Numbers that stand in a return, and those that are computed from them. */
export type SourceField =
  | 'planned'
  | 'disbursed'
  | 'completed'
  | 'advance'
  | 'treasury'
  | 'weekChange'
  | 'remaining'
  | 'held'
  | 'forecast'
  | 'shortfall';

/** Which number of which project. */
export interface NumberOfProject {
  readonly projectId: string;
  readonly planYear: number;
  /** The day that the number is shown for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly field: SourceField;
}
