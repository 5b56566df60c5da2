export * from './domain/actor';
