import { ApiProperty } from '@nestjs/swagger';
import { PaidBeforeView } from './paid-before';
import { SpendingPlanQuery, SpendingPlanView } from './spending-plan';

export class EnteredQuery extends SpendingPlanQuery {}

/** What people typed of a project and a plan year, which no return brings. */
export class EnteredView {
  @ApiProperty({ type: PaidBeforeView, nullable: true, description: 'Null while nothing was entered' })
  readonly paidBefore: PaidBeforeView | null;

  @ApiProperty({ type: SpendingPlanView, nullable: true, description: 'Null while nothing was entered' })
  readonly spendingPlan: SpendingPlanView | null;
}
