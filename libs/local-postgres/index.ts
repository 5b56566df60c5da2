export * from './folder-claim';
export * from './local-postgres';
export * from './process-tag';
export { type Sentence, StartFailure, codeOf } from './messages';
