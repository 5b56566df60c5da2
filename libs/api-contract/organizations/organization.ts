import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization-kind';

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
