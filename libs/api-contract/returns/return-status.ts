/** States of a return (contract, section 1). */
export const RETURN_STATUSES = [
  'received',
  'reading',
  'needs-attention',
  'ready',
  'submitted',
  'approved',
  'sent-back',
  'withdrawn',
  'failed',
  'superseded',
  'reverted',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];
