export * from './application/remind-today';
export * from './application/reminders-given';
export * from './reporting-duties.module';
