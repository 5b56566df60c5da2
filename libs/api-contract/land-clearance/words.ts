/** The steps of land clearance in their order (domain, section 2.1). */
export const CLEARANCE_STEPS = [
  'land-use-plan',
  'recovery-plan',
  'landholder-meeting',
  'recovery-notice',
  'inventory',
  'inventory-persuasion',
  'forced-inventory',
  'inventory-enforcement',
  'compensation-plan',
  'plan-posting',
  'plan-hearing',
  'appraisal',
  'plan-approval',
  'approval-posting',
  'approval-delivery',
  'payment',
  'recovery-persuasion',
  'recovery-decision',
  'handover-persuasion',
  'enforcement-decision',
  'voluntary-handover',
  'enforcement',
  'site-handover',
  'records-settlement',
] as const;
export type ClearanceStep = (typeof CLEARANCE_STEPS)[number];

/** The land laws that have counted one after the other. */
export const LAND_REGIMES = ['land-law-2013', 'land-law-2024', 'resolution-254'] as const;
export type LandRegime = (typeof LAND_REGIMES)[number];

/** What kind of land is recovered, as far as limits differ by it. */
export const LAND_TYPES = ['agricultural', 'non-agricultural'] as const;
export type LandType = (typeof LAND_TYPES)[number];

/** How far a limit can be relied on; only `law` makes someone overdue. */
export const LIMIT_BASES = ['law', 'handbook', 'unverified'] as const;
export type LimitBasis = (typeof LIMIT_BASES)[number];

export const LIMIT_TYPES = ['at-most', 'at-least'] as const;
export type LimitType = (typeof LIMIT_TYPES)[number];

export const DAY_COUNTS = ['calendar', 'working'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** What deserves a look about a step. */
export const STEP_ALERTS = [
  'STEP-OVERDUE',
  'STEP-TOO-EARLY',
  'STEP-ORDER',
  'STEP-WITHOUT-DATE-OR-DOCUMENT',
  'STEP-BLOCKED',
  'NOTICE-EXPIRES',
  'HANDOVER-WITHOUT-RECORD',
] as const;
export type StepAlert = (typeof STEP_ALERTS)[number];

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
export const BLOCKER_ATTENTIONS = [
  'due-soon',
  'no-action',
  'reopened',
  'unnamed',
  'unclassified',
  'no-office',
  'proposal-open',
] as const;
export type BlockerAttention = (typeof BLOCKER_ATTENTIONS)[number];

/** What a person can do about a blocker without changing what is known of it. */
export const BLOCKER_ACTION_TYPES = ['work', 'reminder', 'escalated', 'still-open'] as const;
export type BlockerAction = (typeof BLOCKER_ACTION_TYPES)[number];

/** What a person may do about a blocker, as the page asks before it shows a button. */
export const BLOCKER_POWERS = [
  'record',
  'change',
  'close',
  'reopen',
  'merge',
  'separate',
  'set-office',
  'propose-due',
  'decide-due',
  'withdraw-due',
  'propose-handover',
  'decide-handover',
  'withdraw-handover',
] as const;
export type BlockerPower = (typeof BLOCKER_POWERS)[number];

/** What is proposed about a blocker, and what becomes of it. */
export const PROPOSAL_ACTIONS = [
  'due-proposed',
  'due-accepted',
  'due-refused',
  'due-withdrawn',
  'handover-proposed',
  'handover-accepted',
  'handover-refused',
  'handover-withdrawn',
] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

export const PROPOSAL_DECISIONS = ['accepted', 'refused'] as const;
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number];

/** Why it is an office's turn: it is responsible, or it holds the project while no office is attached. */
export const TURN_BASES = ['responsible-office', 'project-owner'] as const;
export type TurnBasis = (typeof TURN_BASES)[number];

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
