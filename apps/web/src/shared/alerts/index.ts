export * from './alert-lines';
export * from './alert-mark';
export * from './alert-state';
export * from './alert-action-form';
export * from './alert-actions';
export { placeOf } from './place';
export * from './queries';
export * from './why-link';
