/** What a summary can be grouped by. */
export const GROUPINGS = ['owner', 'kind', 'source', 'planType', 'commune'] as const;
export type Grouping = (typeof GROUPINGS)[number];
