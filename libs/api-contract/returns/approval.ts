import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { EnumProperty, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { OfficeNameView } from '../projects/project';

export class ApproverView {
  @ApiProperty({ example: 'Trưởng phòng Tài chính' })
  readonly name: string;

  @ApiProperty({ example: 'UBND huyện Thăng Bình' })
  readonly organization: string;
}

/** Who may let a return count, as the person who looks at it is informed. */
export class ApprovalView {
  @ApiProperty({ description: 'Whether the reader may approve it now' })
  readonly mayApprove: boolean;

  @EnumProperty(
    ['not-submitted', 'not-finance', 'four-eyes'],
    'Why not: it isn’t handed in, another office approves, or the reader uploaded, answered or submitted it',
    true,
  )
  readonly whyNot: 'not-submitted' | 'not-finance' | 'four-eyes' | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'For `four-eyes`: why not, and who may instead or what to do, in Vietnamese',
  })
  readonly message: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The same in English' })
  readonly messageEn: string | null;

  @ApiProperty({
    type: [ApproverView],
    description:
      'People of the finance office who had no hand in it; none: an administrator makes a second account',
  })
  readonly approvers: readonly ApproverView[];

  @ApiProperty({ description: 'Approving it lowers a total (`preview.consequences`) and needs a `reason`' })
  readonly needsReason: boolean;

  @ApiProperty({ description: 'Whether the reader may revert it now' })
  readonly mayRevert: boolean;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'Why the reader may not revert it and who may, in Vietnamese',
  })
  readonly whyNoReversion: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The same in English' })
  readonly whyNoReversionEn: string | null;
}

/** A project whose amount an approval would lower, or end. */
export class AffectedProjectView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @AmountProperty('What counts now')
  readonly before: string | null;

  @AmountProperty('What would be left; null: nothing')
  readonly after: string | null;

  @ApiPropertyOptional({ description: 'The plan does not name it: it is in no total' })
  readonly outside?: true;

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

  @AmountProperty('The total in force on that day, also by an approved return of the same date')
  readonly before: string | null;

  @AmountProperty('The total once it is approved')
  readonly after: string | null;
}

/** What the return names or ends outside the plan: in no total. */
export class OutsidePlanView {
  @ApiProperty({ type: 'integer' })
  readonly projects: number;

  @AmountProperty('What is in force of them')
  readonly before: string | null;

  @AmountProperty('What will be')
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
    ['planned', 'disbursed', 'completed', 'advance', 'cleared'],
    'The plan of what the office holds, what it disbursed, paid for completed work or advanced, or a cumulative number of its land clearance',
  )
  readonly measure: 'planned' | 'disbursed' | 'completed' | 'advance' | 'cleared';

  @ApiPropertyOptional({ type: SourceView, description: 'Where the total is of one source' })
  readonly source?: SourceView;

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

  @ApiPropertyOptional({
    description:
      'On this day or another the total itself falls; else only projects in it do. Absent in what was checked before this was kept: as `lowers`',
  })
  readonly totalFalls?: boolean;

  @ApiPropertyOptional({
    type: OutsidePlanView,
    description: 'What changes apart from the total, outside the plan; absent: nothing is outside',
  })
  readonly outside?: OutsidePlanView;

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

/** How a project stands to the office that sent the return, on the return's date. */
export const TOUCH_RELATIONS = ['own', 'below', 'participant', 'unclaimed', 'other'] as const;
export type TouchRelation = (typeof TOUCH_RELATIONS)[number];

/** Whose projects a return touches. Projects that aren't in the register yet are not counted. */
export class TouchedView {
  @ApiProperty({ type: OfficeNameView, description: 'Who holds them' })
  readonly organization: OfficeNameView;

  @ApiProperty({ type: 'integer', description: 'How many of its projects' })
  readonly projects: number;

  @EnumProperty(
    TOUCH_RELATIONS,
    "The sender's own; of an office below it; those in whose land clearance it takes part; without an owner, so that it " +
      'becomes the owner on approval; of another office by now',
  )
  readonly relation: TouchRelation;

  @ApiProperty({
    type: [String],
    description:
      'Of those without an owner: the words by which plans name their owners, none of them the name of an office',
  })
  readonly namedAs: readonly string[];
}

/** A project that no plan and no return has named: the approval registers it under the sender's office. */
export class RegisteredProjectView {
  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;
}

/** A project of the register. */
export class NamedProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;
}

/** A project that became another office's with what was done to a return. */
export class NewOwnerView {
  @ApiProperty({ type: NamedProjectView })
  readonly project: NamedProjectView;

  @ApiProperty({ type: OfficeNameView })
  readonly from: OfficeNameView;

  @ApiProperty({ type: OfficeNameView })
  readonly to: OfficeNameView;
}

export const KEPT_BECAUSE = ['reported', 'handed-on', 'owner-changed', 'name-taken'] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** A project whose owner stays, though the return that said so no longer counts, or one counts again that said otherwise. */
export class KeptHandoverView {
  @ApiProperty({ type: NamedProjectView })
  readonly project: NamedProjectView;

  @ApiProperty({ type: OfficeNameView, description: 'Whose it is and stays' })
  readonly owner: OfficeNameView;

  @ApiProperty({ type: OfficeNameView, description: 'Whose it would be else' })
  readonly wouldBe: OfficeNameView;

  @EnumProperty(
    KEPT_BECAUSE,
    'What came later: an approved return of its owner, a further handover, a person’s change of the owner; or the other office has a project of this name, and neither has a code',
  )
  readonly reason: KeptBecause;
}
