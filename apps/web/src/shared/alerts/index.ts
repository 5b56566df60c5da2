export * from './alert-lines';
export * from './alert-mark';
export { ActionForm, type ActionName, actionsFor, useAction } from './alert-actions';
export * from './queries';
