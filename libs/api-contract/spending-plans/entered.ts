import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { PaidBeforeView } from './paid-before';
import { SpendingPlanQuery, SpendingPlanView } from './spending-plan';

export class EnteredQuery extends SpendingPlanQuery {}

/** A month of the plan year: what the owner meant to disburse by its end, next to what was. */
export class ComparedMonthView {
  @ApiProperty({ format: 'date', description: 'Its last day; the thirteenth is January’s' })
  readonly end: string;

  @ApiProperty({ description: 'It is over, so that it can be held against the plan' })
  readonly over: boolean;

  @AmountProperty("By the owner's own plan, cumulative; null while nobody has entered one")
  readonly planned: string | null;

  @AmountProperty('Disbursed by the newest figure of its end or before; null of a month that has not begun')
  readonly disbursed: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: "That figure's own date" })
  readonly figuresOn: string | null;

  @AmountProperty('Disbursed less planned, of a month that is over')
  readonly ahead: string | null;
}

/** What people typed of a project and a plan year, which no return brings. */
export class EnteredView {
  @ApiProperty({ type: PaidBeforeView, nullable: true, description: 'Null while nothing was entered' })
  readonly paidBefore: PaidBeforeView | null;

  @ApiProperty({ type: SpendingPlanView, nullable: true, description: 'Null while nothing was entered' })
  readonly spendingPlan: SpendingPlanView | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What the owner means to disburse in all, percent of the capital plan in force today',
    example: '95.00',
  })
  readonly spendingPlanRate: string | null;

  @ApiProperty({ type: [ComparedMonthView], description: 'The 13 months, also without a plan' })
  readonly months: readonly ComparedMonthView[];
}
