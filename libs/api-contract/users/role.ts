/**
 * What a person may be in the system, one role each: who sends returns (board or commune), who checks them, who
 * approves them, who reads and decides, who keeps organisations and accounts.
 */
export const ROLES = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
