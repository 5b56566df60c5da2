/** The part of a project's page on its contracts: its id, and what comes behind `#` in an address. */
export const CONTRACTS = 'hop-dong';

/** Where a project's advances and guarantees are seen and entered. */
export const contractsOf = (projectId: string): string => `/du-an/${projectId}#${CONTRACTS}`;
