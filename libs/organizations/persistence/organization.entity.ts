import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OrganizationKind, OrganizationView } from '@thongvon/api-contract';

/** An office or board. An ended one keeps its row, so that old figures keep their owner. */
@Entity({ schema: 'organizations', name: 'organization' })
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** Kernel `matchKey` of the name; unique among those that exist. */
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;

  @Column({ type: 'text' })
  kind: OrganizationKind;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ type: 'boolean', default: false })
  reports: boolean;

  /** First day, `YYYY-MM-DD`. */
  @Column({ type: 'date', name: 'effective_from' })
  effectiveFrom: string;

  /** Last day; null while it exists. */
  @Column({ type: 'date', name: 'effective_to', nullable: true })
  effectiveTo: string | null;

  @Column({ type: 'uuid', name: 'successor_id', nullable: true })
  successorId: string | null;
}

/** The columns that make up an `OrganizationView`, of table `organization o`. */
export const ORGANIZATION_VIEW_COLUMNS = `o.id, o.name, o.kind, o.parent_id AS "parentId", o.commune, o.reports,
  o.effective_from AS "effectiveFrom", o.effective_to AS "effectiveTo", o.successor_id AS "successorId"`;

export function toOrganizationView(organization: Organization): OrganizationView {
  const { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId } =
    organization;
  return { id, name, kind, parentId, commune, reports, effectiveFrom, effectiveTo, successorId };
}
