export * from './application/marked-return';
export * from './reports.module';
