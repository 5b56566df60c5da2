export * from './application/answer-return';
export * from './application/approve-return';
export * from './application/correct-return';
export { LastUnit } from './application/last-unit';
export * from './application/office-profiles';
export * from './application/read-return';
export * from './application/receive-return';
export {
  type Rechecked,
  RecheckReturn,
  assertSubmittable,
  needsAttention,
  readingOf,
  assertSeen,
  RecheckDatedAhead,
  RecheckWaiting,
} from './application/check-return';
export * from './application/return-kinds';
export { ReturnsToDo } from './application/returns-to-do';
export * from './application/second-person';
export * from './application/submit-return';
export { TakeOverReturns } from './application/take-over-returns';
export { TryWord, AddedWords, conflictTexts } from './application/vocabulary';
export * from './application/view-cell';
export * from './application/view-return';
export * from './domain/answer';
export * from './domain/consequence';
export * from './domain/office-profile';
export * from './domain/preview';
export * from './domain/return-status';
export type { ShownCorrection } from './persistence/correction-rows';
export type { CameBackReturn, RepliedReturn, WaitingReturns } from './persistence/waiting-rows';
export {
  startEffect,
  endEffect,
  effectiveReturnsSql,
  changedReturnsSql,
  RETURN_CHANNEL,
  type ReturnRow,
  type SentEvent,
  ReturnEvents,
} from './persistence/return-rows';
export { fileBytes, keepFile } from './persistence/readings';
export * from './returns.module';
export { vocabularyVersion, wordsInForce } from './persistence/word-rows';
