export * from './sheet-model';
