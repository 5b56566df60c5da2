import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { ChoiceField, DateField, IdField } from '../fields';

/** What an office may report of a project that isn't its own. */
export const PARTICIPANT_ROLES = ['land-clearance'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** An office by its name. */
export class OfficeNameView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly name: string;
}

/** An office that takes part in a project, named by the project's owner or the finance office. */
export class ParticipantView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: OfficeNameView })
  readonly organization: OfficeNameView;

  @EnumProperty(PARTICIPANT_ROLES, 'What it may report: progress and blockers of land clearance')
  readonly role: ParticipantRole;

  @ApiProperty({ format: 'date', description: 'Returns dated from this day on may name the project' })
  readonly from: string;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'The first day on which it no longer takes part; null: it still does',
  })
  readonly to: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly namedAt: Date;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly endedAt: Date | null;
}

export class NameParticipantRequest {
  @IdField({ description: 'The office, of whatever part of the tree; not the one that holds the project' })
  organizationId: string;

  @ChoiceField({
    description: 'What it may report; land-clearance without it',
    of: PARTICIPANT_ROLES,
    optional: true,
  })
  role?: ParticipantRole;

  @DateField({
    description: 'Since when; the first of January of the business year without it',
    optional: true,
  })
  from?: string;
}

export class EndParticipantQuery {
  @DateField({
    description: 'The first day on which it no longer takes part; the business day without it',
    optional: true,
  })
  to?: string;
}
