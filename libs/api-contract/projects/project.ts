import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PROJECT_GROUPS, type ProjectGroup } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { EnumProperty, INSTANT_OR_NULL, TEXT_OR_NULL } from '../answer-fields';
import { ChoiceField, DateField, DongField, IdField, ListQuery, TextField } from '../fields';

/** What is built. Learnt from the "Lĩnh vực" column or the name; a person can correct it. */
export const PROJECT_KINDS = [
  'road',
  'bridge',
  'cemetery',
  'residential-zone',
  'irrigation',
  'school',
  'health',
  'culture',
  'market',
  'government-office',
  'urban-infrastructure',
  'water-supply',
  'electricity',
  'other',
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** Who owns a project (chủ đầu tư). */
export class OwnerView {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'Null while it is no organisation of ours',
  })
  readonly id: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly name: string | null;
}

/** What identifies a project. */
export class ProjectRefView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Mã QHNS, 7 digits as text',
    example: '7915442',
  })
  readonly code: string | null;

  @ApiProperty({ example: 'Cầu Tây Giang' })
  readonly name: string;
}

/** The group into which the newest approved return that says it puts a project in a plan year. */
export class ProjectGroupView {
  @ApiProperty({ example: 2023 })
  readonly planYear: number;

  @EnumProperty(PROJECT_GROUPS, 'Nhóm dự án')
  readonly group: ProjectGroup;

  @ApiProperty({ format: 'uuid', description: 'The return that says so' })
  readonly returnId: string;

  @ApiProperty({ example: 'Giải ngân' })
  readonly sheet: string;

  @ApiProperty({ description: 'The heading, or the cell of a column, that names it', example: 'B12' })
  readonly cell: string;
}

/** A project of the register. */
export class ProjectView extends ProjectRefView {
  @EnumProperty(PROJECT_KINDS, 'What is built')
  readonly kind: ProjectKind;

  @ApiProperty({ description: 'A person has set the kind; returns no longer change it' })
  readonly kindConfirmed: boolean;

  @ApiProperty({ type: OwnerView })
  readonly owner: OwnerView;

  @ApiProperty({ type: 'string', nullable: true, example: 'xã Bình Dương' })
  readonly commune: string | null;

  @AmountProperty('Tổng mức đầu tư')
  readonly totalInvestment: string | null;

  @ApiProperty({ type: [String] })
  readonly contractors: string[];

  @ApiProperty({
    type: [ProjectGroupView],
    description: 'By plan year, the latest first; a year of which nothing says it is not listed',
  })
  readonly groups: readonly ProjectGroupView[];
}

export class ProjectListQuery extends ListQuery {
  @ChoiceField({ description: 'Only this kind', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @IdField({ description: 'Only projects of this owner', optional: true })
  ownerId?: string;
}

/** What is left out stays as it is. */
export class ChangeProjectRequest {
  @ChoiceField({
    description: 'What is built; returns no longer change it',
    of: PROJECT_KINDS,
    optional: true,
  })
  kind?: ProjectKind;

  @TextField({ description: 'The commune where it is built', optional: true, nullable: true, max: 200 })
  commune?: string | null;

  @IdField({ description: 'The organisation that owns it', optional: true, nullable: true })
  ownerId?: string | null;

  @DateField({
    description:
      'With ownerId: the first day on which the project is the new owner’s; returns dated before it stay those of the ' +
      'office that held it. Without it the owner is corrected for all days',
    optional: true,
  })
  ownerSince?: string;

  @DongField({ description: 'Tổng mức đầu tư, whole đồng', optional: true, nullable: true })
  totalInvestment?: string | null;

  @ApiProperty({ type: [String], required: false, description: 'Names of the contractors' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  contractors?: string[];
}

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

  @ApiProperty(INSTANT_OR_NULL)
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
