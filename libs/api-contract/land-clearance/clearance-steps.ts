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
