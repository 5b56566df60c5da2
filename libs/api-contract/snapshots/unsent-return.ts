import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { ChoiceField } from '../fields';
import { DUTY_KINDS, type DutyKind } from '../organizations/duty-kind';
import { ReturnOrganizationView } from '../returns/return';

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
