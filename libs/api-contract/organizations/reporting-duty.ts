import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { DateField } from '../fields';
import { DUTY_KINDS, type DutyKind } from './duty-kind';

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
}
