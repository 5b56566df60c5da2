/** Kinds of return that an office can owe every week. */
export const DUTY_KINDS = ['disbursement', 'land-clearance'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];
