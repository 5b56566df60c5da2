import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, FlagField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists';

/** UBND huyện or tỉnh, Ban QLDA, UBND xã, phòng/sở, Kho bạc. */
export const ORGANIZATION_KINDS = [
  'peoples-committee',
  'project-management-board',
  'commune',
  'department',
  'treasury',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An office or board. Ended ones stay, so that old figures keep their owner. */
export class OrganizationView {
  @ApiProperty({ format: 'uuid', description: 'Stays the same whatever it is called' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly name: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS, description: 'What sort of office it is' })
  readonly kind: OrganizationKind;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The organisation above it' })
  readonly parentId: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The commune where it works' })
  readonly commune: string | null;

  @ApiProperty({ description: 'Owes a disbursement return each week' })
  readonly reports: boolean;

  @ApiProperty({ format: 'date', description: 'First day' })
  readonly effectiveFrom: string;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'Last day; null while it exists',
  })
  readonly effectiveTo: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Who took over its work' })
  readonly successorId: string | null;
}

const NAME = { description: 'Full name as on its documents', max: 300 } as const;
const KIND = { description: 'What sort of office it is', of: ORGANIZATION_KINDS } as const;
const PARENT = { description: 'The organisation above it', nullable: true, optional: true } as const;
const COMMUNE = {
  description: 'The commune where it works',
  nullable: true,
  optional: true,
  max: 200,
} as const;
const REPORTS = { description: 'Owes a disbursement return each week', optional: true } as const;
const EFFECTIVE_FROM = { description: 'First day', example: '2021-07-01' } as const;

export class OrganizationListQuery extends ListQuery {
  @DateField({ description: 'Only those that exist on this day; without it, ended ones too', optional: true })
  asOf?: string;
}

export class CreateOrganizationRequest {
  @TextField(NAME)
  name: string;

  @ChoiceField(KIND)
  kind: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField(EFFECTIVE_FROM)
  effectiveFrom: string;
}

/** What is left out stays as it is. */
export class ChangeOrganizationRequest {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField({ ...KIND, optional: true })
  kind?: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField({ ...EFFECTIVE_FROM, optional: true })
  effectiveFrom?: string;

  @DateField({ description: 'Last day; null: it exists still', nullable: true, optional: true })
  effectiveTo?: string | null;

  @IdField({ description: 'Who took over its work; only of an ended one', nullable: true, optional: true })
  successorId?: string | null;
}
