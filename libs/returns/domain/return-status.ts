import { RETURN_STATUSES, type ReturnStatus } from '@thongvon/api-contract';

export { RETURN_STATUSES, type ReturnStatus };

export type ReturnAction =
  | 'start-reading'
  | 'find-fault'
  | 'find-ready'
  | 'fail'
  | 'answer'
  | 'take-back'
  | 'carry-answers'
  | 'map'
  | 'correct'
  | 'take-back-corrections'
  | 'read-again'
  | 'submit'
  | 'approve'
  | 'send-back'
  | 'send-again'
  | 'withdraw'
  | 'discard'
  | 'restore'
  | 'supersede'
  | 'reinstate'
  | 'revert';

const TRANSITIONS: Record<ReturnAction, { from: readonly ReturnStatus[]; to: ReturnStatus }> = {
  'start-reading': { from: ['received', 'reading'], to: 'reading' },
  // Also when it is looked at again before a person's action, since ledgers have changed meanwhile.
  'find-fault': { from: ['reading', 'ready', 'submitted'], to: 'needs-attention' },
  'find-ready': { from: ['reading', 'needs-attention'], to: 'ready' },
  fail: { from: ['received', 'reading'], to: 'failed' },
  answer: { from: ['needs-attention', 'ready'], to: 'received' },
  // What was answered is asked again, as long as nothing has been handed in.
  'take-back': { from: ['needs-attention', 'ready'], to: 'received' },
  // Answers to an earlier file of the week are taken for this one, which is read again in their light (ADR 0211).
  'carry-answers': { from: ['needs-attention'], to: 'received' },
  // What is right for cells, said instead of mending the file; or that it isn't said any more.
  correct: { from: ['needs-attention', 'ready'], to: 'received' },
  'take-back-corrections': { from: ['needs-attention', 'ready'], to: 'received' },
  // A workbook in which no table was recognised can be read once a person has said where it stands.
  map: { from: ['needs-attention', 'ready', 'failed'], to: 'received' },
  'read-again': { from: ['needs-attention', 'ready', 'failed'], to: 'received' },
  submit: { from: ['ready'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  'send-back': { from: ['submitted'], to: 'sent-back' },
  // As it is, with a word on why it is right (ADR 0210).
  'send-again': { from: ['sent-back'], to: 'submitted' },
  // What was handed in is its sender's again, and can be handed in once more as it is.
  withdraw: { from: ['submitted'], to: 'ready' },
  // What was never handed in, or was taken back, is given up; it can be taken up again (ADR 0209).
  discard: { from: ['received', 'reading', 'needs-attention', 'ready'], to: 'withdrawn' },
  restore: { from: ['withdrawn'], to: 'received' },
  supersede: { from: ['approved'], to: 'superseded' },
  reinstate: { from: ['superseded'], to: 'approved' },
  revert: { from: ['approved', 'superseded'], to: 'reverted' },
};

/** States of what was handed in to nobody, or taken back: a draft is its sender's alone. */
export const DRAFT_STATUSES: readonly ReturnStatus[] = TRANSITIONS.discard.from;

/** The state that `action` leads to, or undefined when it can't be done from `status`. */
export function nextStatus(status: ReturnStatus, action: ReturnAction): ReturnStatus | undefined {
  const transition = TRANSITIONS[action];
  return transition.from.includes(status) ? transition.to : undefined;
}

/** States in which the same bytes from the same organisation are the same return (contract, section 4). */
export function isAlive(status: ReturnStatus): boolean {
  return !['sent-back', 'withdrawn', 'failed', 'reverted'].includes(status);
}

/** No more progress will come of itself: the event stream ends. */
export function isSettled(status: ReturnStatus): boolean {
  return !['received', 'reading'].includes(status);
}
