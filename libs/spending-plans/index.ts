export * from './application/paid-before';
export * from './application/past-courses';
export * from './application/spending-plans';
export * from './domain/months-compared';
export * from './domain/past-course';
export { paidBeforeRows } from './infrastructure/paid-before-rows';
export { pastCourseRows } from './infrastructure/past-course-rows';
export { spendingPlanRows } from './infrastructure/spending-plan-rows';
export * from './spending-plans.module';
