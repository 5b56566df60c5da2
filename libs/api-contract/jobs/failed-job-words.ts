/**
 * What became of work whose job failed at its last attempt: `waiting` (it is handed over again at its time), `running` (it has
 * been handed over again), `given-up` (its thing was left in a right state and nobody tries again), `done` (a later job did it).
 */
export const FAILED_JOB_STATES = ['waiting', 'running', 'given-up', 'done'] as const;
export type FailedJobState = (typeof FAILED_JOB_STATES)[number];
