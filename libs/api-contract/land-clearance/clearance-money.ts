import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, UNKNOWN_REASONS } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { ChoiceField, DateField, DongField, ListQuery, TextField } from '../fields';
import { ProjectRefView } from '../projects/project';

/** In time; papers late (30 days); overdue (3 months: the balance goes back to the Treasury account); nothing left. */
export const ADVANCE_STATES = ['running', 'papers-late', 'overdue', 'settled'] as const;
export type AdvanceState = (typeof ADVANCE_STATES)[number];

export const ADVANCE_MOVES = ['settled', 'returned'] as const;
export type AdvanceMove = (typeof ADVANCE_MOVES)[number];

/** A compensation advance and its recovery clock (decree 254/2025, article 9). */
export class AdvanceView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ description: 'Whole đồng', example: '5000000000' })
  readonly amount: string;

  @ApiProperty({ format: 'date' })
  readonly advancedOn: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly document: string | null;

  @ApiProperty({ description: 'Settled with papers of payment to people' })
  readonly settled: string;

  @ApiProperty({ description: 'Returned to the Treasury account' })
  readonly returned: string;

  @ApiProperty({ description: 'What is left of it' })
  readonly outstanding: string;

  @ApiProperty({ format: 'date', description: 'The last day for papers: 30 days' })
  readonly papersDue: string;

  @ApiProperty({ format: 'date', description: 'The last day before the balance is to be returned: 3 months' })
  readonly returnDue: string;

  @EnumProperty(ADVANCE_STATES, 'On the day asked for')
  readonly state: AdvanceState;

  @ApiProperty({
    type: 'integer',
    description: 'Days past the last of these that has passed; 0 when in time',
  })
  readonly daysLate: number;

  @ApiProperty({ description: 'From before 26/9/2025, by rules that are not verified here: never late' })
  readonly unverified: boolean;
}

/** What late payment may cost: paid by the budget of the level that approved (Land Law 2024, article 94). */
export class LatePaymentView {
  @ApiProperty({ format: 'date', description: 'The first late day' })
  readonly since: string;

  @ApiProperty(COUNT)
  readonly days: number;

  @AmountProperty('Approved and not paid')
  readonly base: string | null;

  @ApiProperty({ example: '0.03', description: 'Percent a day' })
  readonly ratePerDay: string;

  @AmountProperty('Base × rate × days, an estimate')
  readonly exposure: string | null;

  @ApiProperty({ description: 'The rate is given from memory; confirm it before it is used' })
  readonly unverified: boolean;

  @ApiProperty()
  readonly source: string;
}

/** Compensation of a project: approved, paid, advanced, and what lateness may cost. */
export class ClearanceMoneyView {
  @AmountProperty('Compensation by the approved plans')
  readonly approved: string | null;

  @AmountProperty('Compensation paid')
  readonly paid: string | null;

  @EnumProperty(UNKNOWN_REASONS, 'Why one of them is null', true)
  readonly reason: (typeof UNKNOWN_REASONS)[number] | null;

  @ApiProperty({ type: [AdvanceView] })
  readonly advances: readonly AdvanceView[];

  @ApiProperty({ type: LatePaymentView, nullable: true, description: 'Null while payment is not late' })
  readonly latePayment: LatePaymentView | null;
}

export class AddAdvanceRequest {
  @DongField({ description: 'Whole đồng', positive: true })
  amount: string;

  @DateField({ description: 'When it was paid out' })
  advancedOn: string;

  @TextField({ description: 'Number and date of the document', max: 500, optional: true })
  document?: string;
}

export class MoveAdvanceRequest {
  @ChoiceField({
    description: 'Settled with papers of payment to people, or returned to the Treasury account',
    of: ADVANCE_MOVES,
  })
  type: AdvanceMove;

  @DongField({ description: 'Whole đồng, not more than what is left', positive: true })
  amount: string;

  @DateField({ description: 'When' })
  on: string;

  @TextField({ description: 'Number and date of the document', max: 500, optional: true })
  document?: string;
}

export class AdvanceListQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only in this state', of: ADVANCE_STATES, optional: true })
  state?: AdvanceState;
}
