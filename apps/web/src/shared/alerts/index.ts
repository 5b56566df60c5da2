export * from './alert-lines';
export * from './alert-mark';
export * from './alert-state';
export * from './deed-form';
export * from './deeds';
export { placeOf } from './place';
export * from './queries';
export * from './why-link';
