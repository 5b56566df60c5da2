import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { OrganizationKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'organizations',
  name: 'organization',
  comment: 'Offices and boards, versioned in time: an ended one keeps its row and names its successor',
})
@Index('organization_name', ['nameKey'], { unique: true, where: 'effective_to IS NULL' })
@Index('organization_parent', ['parentId'])
@Check('organization_check', 'effective_to >= effective_from')
@Check(
  'organization_kind_check',
  "kind IN ('peoples-committee', 'project-management-board', 'commune', 'department', 'treasury')",
)
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Kernel `matchKey` of the name. */
  @Column('text')
  nameKey: string;

  @Column('text')
  kind: OrganizationKind;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({
    type: 'boolean',
    default: false,
    comment: 'Owes a disbursement return each week, as of the last change; by day in reporting_duty',
  })
  reports: boolean;

  /** First day. */
  @Column('date')
  effectiveFrom: PlainDate;

  /** Last day; null while it exists. */
  @Column({ type: 'date', nullable: true })
  effectiveTo: PlainDate | null;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  successorId: string | null;
}
