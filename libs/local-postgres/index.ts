export * from './folder-claim';
export * from './local-postgres';
export { type Sentence, StartFailure, codeOf } from './messages';
