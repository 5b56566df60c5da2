export * from './figure-mark';
export * from './movement';
export * from './reckoning-line';
