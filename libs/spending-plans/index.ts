export * from './application/past-courses';
export * from './application/spending-plans';
export * from './domain/past-course';
export { pastCourseRows } from './infrastructure/past-course-rows';
export { spendingPlanRows } from './infrastructure/spending-plan-rows';
export * from './spending-plans.module';
