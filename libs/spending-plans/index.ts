export * from './application/spending-plans';
export { spendingPlanRows } from './infrastructure/spending-plan-rows';
export * from './spending-plans.module';
