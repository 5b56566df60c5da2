/** What blocks a project (domain, section 2.2, B01 to B18), and `unclassified` until a person has confirmed a cause. */
export const BLOCKER_CAUSES = [
  'land-origin',
  'land-price',
  'household-disagreement',
  'payment-refused',
  'resettlement',
  'dispute',
  'survey-error',
  'utilities',
  'graves-religious-land',
  'organisation-land',
  'funding',
  'procedure',
  'materials',
  'contractor',
  'complaint',
  'records-staff',
  'settlement-debt',
  'no-volume',
  'unclassified',
] as const;
export type BlockerCause = (typeof BLOCKER_CAUSES)[number];

/** Who is able to decide. District existed until 30/6/2025. */
export const DECIDING_LEVELS = ['commune', 'district', 'province', 'centre'] as const;
export type DecidingLevel = (typeof DECIDING_LEVELS)[number];

/** `overdue` ones are open too. */
export const BLOCKER_STATES = ['open', 'overdue', 'closed'] as const;
export type BlockerState = (typeof BLOCKER_STATES)[number];

/** Why a blocker deserves a look, besides being overdue. */
export const BLOCKER_ATTENTIONS = ['due-soon', 'no-action', 'reopened', 'unnamed', 'unclassified'] as const;
export type BlockerAttention = (typeof BLOCKER_ATTENTIONS)[number];

/** What a person can do about a blocker without changing what is known of it. */
export const BLOCKER_ACTION_TYPES = ['work', 'reminder', 'escalated', 'still-open'] as const;
export type BlockerAction = (typeof BLOCKER_ACTION_TYPES)[number];

export const BLOCKER_SORTS = ['due', 'capitalHeld', 'openedOn'] as const;
export type BlockerSort = (typeof BLOCKER_SORTS)[number];

/** `likelyCause`: the cause that a person has confirmed, else the one that the words suggest, each apart. */
export const BLOCKER_GROUPINGS = [
  'cause',
  'likelyCause',
  'responsibleUnit',
  'decidingLevel',
  'contractor',
] as const;
export type BlockerGrouping = (typeof BLOCKER_GROUPINGS)[number];

/** How far a due date is away: accountants' ageing, in days. `due-in-7` is due soon: by the day of the next letter. */
export const DUE_BUCKETS = [
  'overdue-over-14',
  'overdue-to-14',
  'due-in-7',
  'due-in-30',
  'due-later',
  'no-due',
] as const;
export type DueBucket = (typeof DUE_BUCKETS)[number];

/** How capital held was found. */
export const HELD_METHODS = ['plan-less-disbursed', 'set-by-person'] as const;
export type HeldMethod = (typeof HELD_METHODS)[number];
