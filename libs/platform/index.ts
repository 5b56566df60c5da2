export * from './audit/audit';
export * from './config/code-fingerprint';
export * from './config/environment';
export {
  DisbursedColumns,
  DONG_COLUMN,
  DONG_LIST_COLUMN,
  EnteredRow,
  ReadRow,
  ROW_ID,
  unlistedType,
} from './database/columns';
export {
  connect,
  keepDatesPlain,
  dataSourceOptions,
  analyzeTables,
  analyzeUnknown,
  isUniqueViolation,
} from './database/database.module';
export { prepared, withKeptPlans, withoutLoops } from './database/prepared';
export { together } from './database/together';
export { PUBLISHED, republish } from './database/migrations/rooms/published-views';
export { ROOMS } from './database/migrations/rooms/tables';
export * from './database/migrate';
export * from './events/notifications';
export * from './faults/crash-points';
export * from './lists/list-page';
export { MailSettings } from './mail/deliver-mail';
export * from './mail/mails';
export * from './mail/layout/mail-layout';
export * from './outbox/outbox';
export * from './platform.module';
export * from './problems/problem';
export * from './queue/backend';
export {
  JOBS,
  type JobName,
  type QueueName,
  type QueueSettings,
  QUEUES,
  JOB_NAMES,
  QUEUE_NAMES,
  JOB_WORDS,
  type JobHandler,
  HandlesJob,
  JobHandlers,
} from './queue/jobs';
export {
  DiscardFailedWork,
  type FailedWork,
  ListFailedWork,
  type DealtWith,
  RetryFailedWork,
  type Failure,
  QueueFailures,
} from './queue/failed-work';
export * from './registry/registry';
export * from './time/due-work';
export * from './time/system-clock';
