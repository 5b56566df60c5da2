export { type OwedReturn, OwedReturns, RemindersGiven } from './application/owed-returns';
export { RemindToday } from './application/remind-today';
export { ListDuties, ReportingDuties } from './application/reporting-duties';
export { reportOfWeek } from './domain/report-state';
export { sentReturns } from './persistence/duties-and-reminders';
export * from './reporting-duties.module';
