export * from './dong-input';
