import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, EnumProperty } from '../amounts';
import { PROJECT_KINDS, type ProjectKind } from './project-kind';

/** Who owns a project (chủ đầu tư). */
export class OwnerView {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'Null while it is no organisation of ours',
  })
  readonly id: string | null;

  @ApiProperty({ type: 'string', nullable: true })
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
}
