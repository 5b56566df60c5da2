export * from './application/remind-today';
export * from './reporting-duties.module';
