export * from './application/added-words';
export { vocabularyVersion, wordsInForce } from './infrastructure/word-rows';
export { conflictTexts } from './messages/conflicts';
export * from './vocabulary.module';
