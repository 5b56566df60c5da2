export * from './movement';
export * from './reckoning-line';
