export * from './remark-line';
export { messages as remarkMessages } from './messages';
