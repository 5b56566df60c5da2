export { OwedReturns } from './application/owed-returns';
export * from './application/remind-today';
export { ListDuties, ReportingDuties } from './application/reporting-duties';
export { reportOfWeek } from './domain/report-state';
export { sentReturns } from './persistence/sent-returns';
export * from './reporting-duties.module';
