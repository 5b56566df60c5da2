/** What a frozen week is summed by; `organization`: whose projects they are to see. */
export const SNAPSHOT_GROUPINGS = ['organization', 'owner', 'kind', 'source', 'planType', 'commune'] as const;
export type SnapshotGrouping = (typeof SNAPSHOT_GROUPINGS)[number];
