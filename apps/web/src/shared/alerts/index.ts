export * from './alert-lines';
export * from './alert-mark';
export { ActionForm, type ActionName, type Action, actionsFor, useAction } from './alert-actions';
export { placeOf } from './place';
export * from './queries';
