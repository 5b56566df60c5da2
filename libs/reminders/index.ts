export * from './application/remind-today';
export * from './reminders.module';
