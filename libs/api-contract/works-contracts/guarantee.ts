import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { ChoiceField, DateField, DongField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists';
import { ProjectRefView } from '../projects/project';

/** Of a guarantee on a day: it holds, it has expired without being released, or the advance is recovered. */
export const GUARANTEE_STATES = ['running', 'expired', 'released'] as const;
export type GuaranteeState = (typeof GUARANTEE_STATES)[number];

const DOCUMENT = { description: 'Number and date of the document', max: 500, optional: true } as const;

/** The guarantee of a contractor's advance (decree 254/2025, article 9), as it stands on a day. */
export class GuaranteeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ description: 'Whose advance it guarantees' })
  readonly contractor: string;

  @ApiProperty({ description: 'Whole đồng', example: '2500000000' })
  readonly amount: string;

  @ApiProperty({ format: 'date', description: 'Its last day, extensions included' })
  readonly expiresOn: string;

  @EnumProperty(GUARANTEE_STATES, 'On the day')
  readonly state: GuaranteeState;

  @ApiProperty({ type: 'integer', description: 'Days until its last day; negative past it' })
  readonly daysLeft: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'From how many days before its last day the rule `guarantee-expiring` speaks of it, as in force that day for who owns the project; null: the rule is switched off there',
  })
  readonly warnDays: number | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The document that said so last' })
  readonly document: string | null;
}

export class AddGuaranteeRequest {
  @TextField({ description: 'Whose advance it guarantees', max: 300 })
  contractor: string;

  @DongField({ description: 'Whole đồng', positive: true })
  amount: string;

  @DateField({ description: 'When it was given' })
  givenOn: string;

  @DateField({ description: 'Its last day; not before it was given' })
  expiresOn: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class ExtendGuaranteeRequest {
  @DateField({ description: 'The new last day, after the one so far' })
  expiresOn: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class ReleaseGuaranteeRequest {
  @DateField({ description: 'When the advance was recovered in full; without it, today', optional: true })
  on?: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class GuaranteeListQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only in this state', of: GUARANTEE_STATES, optional: true })
  state?: GuaranteeState;

  @IdField({ description: 'Only of this project', optional: true })
  projectId?: string;
}
