import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty, EnumProperty } from '../amounts';

/** A project whose amount an approval would lower, or end. */
export class AffectedProjectView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @AmountProperty('What counts now')
  readonly before: string | null;

  @AmountProperty('What would be left; null: nothing')
  readonly after: string | null;

  @ApiPropertyOptional({
    format: 'date',
    description: 'The day of the two amounts, where it loses on another day than the total that is shown',
  })
  readonly on?: string;
}

/** A total on a day, before and after. */
export class DayTotalView {
  @ApiProperty({ format: 'date' })
  readonly on: string;

  @AmountProperty('The total as it is')
  readonly before: string | null;

  @AmountProperty('The total once it is approved')
  readonly after: string | null;
}

/** What is counted of land clearance. */
export class CountedNumberView {
  @ApiProperty({ example: 'handedOver' })
  readonly measure: string;

  @ApiProperty({ example: 'household', description: 'household, m2, m, grave, lot, parcel or dong' })
  readonly unit: string;

  @ApiProperty({ example: 'số hộ đã bàn giao mặt bằng' })
  readonly label: string;

  @ApiProperty({ example: 'households handed over' })
  readonly labelEn: string;
}

/** A total that an approval would change. */
export class TotalChangeView {
  @EnumProperty(
    ['planned', 'disbursed', 'cleared'],
    'The plan of what the office holds, what it disbursed, or a cumulative number of its land clearance',
  )
  readonly measure: 'planned' | 'disbursed' | 'cleared';

  @ApiPropertyOptional({
    type: CountedNumberView,
    description: 'Of land clearance: which number, and in what the totals are counted',
  })
  readonly counts?: CountedNumberView;

  @EnumProperty(['reported', 'treasury'], 'Of a disbursed total: who says so', true)
  readonly basis: 'reported' | 'treasury' | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null of land clearance' })
  readonly planYear: number | null;

  @EnumProperty(PLAN_TYPES, 'Plan type; null of land clearance', true)
  readonly planType: PlanType | null;

  @ApiProperty({
    format: 'date',
    description: 'The day on which both totals are in force: the last on which it falls, where it falls',
  })
  readonly on: string;

  @AmountProperty('The total as it is')
  readonly before: string | null;

  @AmountProperty('The total once it is approved')
  readonly after: string | null;

  @ApiPropertyOptional({
    type: [DayTotalView],
    description:
      'Where it changes on several days: the first of them, the worst fall, this one and the last; absent: on this day only',
  })
  readonly days?: readonly DayTotalView[];

  @ApiProperty({
    description:
      'On this day or another the total falls, or a project’s own cumulative without a reason of its sender: `POST …/approval` needs a `reason` (409 `REASON-NEEDED`)',
  })
  readonly lowers: boolean;

  @ApiProperty({ type: [AffectedProjectView], description: 'Of which nothing would be left' })
  readonly vanishes: readonly AffectedProjectView[];

  @ApiProperty({ type: [AffectedProjectView], description: 'Which would keep less' })
  readonly falls: readonly AffectedProjectView[];
}

export class AgainChoiceView {
  @EnumProperty(['annex', 'replacement'], 'As in the answer to RET-DECISION-AGAIN')
  readonly choice: 'annex' | 'replacement';

  @ApiProperty({ type: [TotalChangeView], description: 'What it would change, by plan year and type' })
  readonly changes: readonly TotalChangeView[];
}

/** A decision that is in the plan ledger already: number and date are the same. */
export class DecisionAgainView {
  @ApiProperty({ example: '9001/QĐ-UBND' })
  readonly number: string;

  @ApiProperty({ format: 'date' })
  readonly date: string;

  @ApiProperty({ type: [String], description: 'The approved returns that brought it' })
  readonly returnIds: readonly string[];

  @EnumProperty(['annex', 'replacement'], 'What was answered; null while it is asked', true)
  readonly chosen: 'annex' | 'replacement' | null;

  @ApiProperty({ type: [AgainChoiceView] })
  readonly choices: readonly AgainChoiceView[];
}
