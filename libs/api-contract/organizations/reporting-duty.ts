import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import type { Name } from '@thongvon/kernel';
import { EnumProperty } from '../answer-fields';
import { ChoiceField, DateField } from '../fields';
import { ReturnOrganizationView } from '../returns/return';

/** Kinds of return that an office can owe every week. */
export const DUTY_KINDS = ['disbursement', 'land-clearance'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** What an office owes, in the middle of a sentence. */
export const DUTY_NAMES: Readonly<Record<DutyKind, Name>> = {
  disbursement: { vi: 'báo cáo giải ngân', en: 'disbursement return' },
  'land-clearance': { vi: 'báo cáo giải phóng mặt bằng', en: 'land-clearance return' },
};

/** What an organisation owes every week, from a day on. */
export class ReportingDutyView {
  @ApiProperty({ format: 'date', description: 'First day' })
  readonly from: string;

  @ApiProperty({ type: [String], enum: DUTY_KINDS, description: 'Kinds of return; none: it owes nothing' })
  readonly kinds: readonly DutyKind[];
}

export class ReportingDutiesView {
  @ApiProperty({ type: [ReportingDutyView], description: 'In the order of their days' })
  readonly items: readonly ReportingDutyView[];
}

export class ReportingDutyRequest {
  @ApiProperty({ type: [String], enum: DUTY_KINDS, description: 'Kinds of return; none: it owes nothing' })
  @IsArray()
  @ArrayUnique()
  @IsIn(DUTY_KINDS, { each: true })
  kinds: DutyKind[];

  @DateField({
    description:
      'From this day on, after the last frozen week; without it, today. What frozen weeks say of who owed stays',
    optional: true,
  })
  from?: string;
}

/** A kind of return that an organisation owes on a day. */
export class OwedKindView {
  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;

  @ApiProperty({ format: 'date', description: 'Since when without a break' })
  readonly since: string;
}

/** An organisation with all that it owes, owed and will owe. */
export class OrganizationDutiesView {
  @ApiProperty({ format: 'uuid' })
  readonly organizationId: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly organizationName: string;

  @ApiProperty({
    type: [ReportingDutyView],
    description: 'In the order of their days; none: it never owed any',
  })
  readonly duties: readonly ReportingDutyView[];

  @ApiProperty({ type: [OwedKindView], description: 'What it owes on the day of `asOf`, or today' })
  readonly owed: readonly OwedKindView[];

  @ApiProperty({ type: [ReportingDutyView], description: 'What is to change after that day' })
  readonly coming: readonly ReportingDutyView[];
}

export const OWING_OFFICES = ['own', 'all'] as const;
export type OwingOffices = (typeof OWING_OFFICES)[number];

export class OwedReturnsQuery {
  @ChoiceField({
    description: "Whose: the caller's own organisation's (without it as well), or all that the caller sees",
    of: OWING_OFFICES,
    optional: true,
  })
  offices?: OwingOffices;
}

/** Roles of those who are reminded, from the first on. */
export const REMINDED_ROLES = ['reporter', 'finance-head', 'leader'] as const;
export type RemindedRole = (typeof REMINDED_ROLES)[number];

/** The last time that anybody was reminded of something owed. */
export class ReminderGivenView {
  @ApiProperty({ format: 'date', description: 'Business clock; at most one reminder a day' })
  readonly on: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The rung of the ladder, from 1; null: of an older ladder',
  })
  readonly rung: number | null;

  @EnumProperty(REMINDED_ROLES, 'Who: its reporters, the head of finance, or leaders above', true)
  readonly to: RemindedRole | null;

  @ApiProperty({ description: 'A mail server has taken it; false: it waits, or could not be sent' })
  readonly sent: boolean;
}

/** How a return comes back to its sender. */
const WAYS_BACK = ['sent-back', 'reverted'] as const;
export type WayBack = (typeof WAYS_BACK)[number];

/** A return that an office owes for a week and has not sent, or got back. */
export class UnsentReturnView {
  @ApiProperty({ type: ReturnOrganizationView })
  readonly organization: ReturnOrganizationView;

  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;

  @ApiProperty({ format: 'date', description: 'Date of its cut-off', example: '2023-06-22' })
  readonly week: string;

  @ApiProperty({ format: 'date-time', description: 'By when it has to be received' })
  readonly due: string;

  @ApiProperty({ description: 'The cut-off has passed' })
  readonly overdue: boolean;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The return that was sent back',
  })
  readonly sentBack: string | null;

  @EnumProperty(
    WAYS_BACK,
    'How the latest of its returns for the week came back: sent back, or its approval undone; null: none did',
    true,
  )
  readonly cameBack: WayBack | null;

  @ApiProperty({
    type: ReminderGivenView,
    nullable: true,
    description: 'Null: nobody has been reminded of it',
  })
  readonly reminded: ReminderGivenView | null;
}

export class UnsentReturnsView {
  @ApiProperty({ type: [UnsentReturnView], description: 'By organisation, the earlier week first' })
  readonly items: readonly UnsentReturnView[];
}
