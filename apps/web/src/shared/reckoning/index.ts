export * from './figure-mark';
export * from './movement';
export * from './old-figures';
export * from './reckoning-line';
