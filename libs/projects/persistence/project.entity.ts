import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DONG_COLUMN } from '@thongvon/platform';
import type { Dong } from '@thongvon/kernel';
import type { ProjectKind } from '../domain/project-kind';

@Entity({ schema: 'projects', name: 'project' })
export class Project {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Mã QHNS, 7 digits as text; null while none is known. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'name_key', type: 'text' })
  nameKey: string;

  @Column({ type: 'text' })
  kind: ProjectKind;

  @Column({ name: 'kind_confirmed', type: 'boolean', default: false })
  kindConfirmed: boolean;

  @Column({ name: 'owner_id', type: 'uuid', nullable: true })
  ownerId: string | null;

  /** The owner in the words of the table that named it, while it is no organisation of ours. */
  @Column({ name: 'owner_name', type: 'text', nullable: true })
  ownerName: string | null;

  @Column({ name: 'registered_by', type: 'uuid' })
  registeredBy: string;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ name: 'commune_confirmed', type: 'boolean', default: false })
  communeConfirmed: boolean;

  /** Tổng mức đầu tư, whole đồng. */
  @Column({ name: 'total_investment', nullable: true, ...DONG_COLUMN })
  totalInvestment: Dong | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  contractors: string[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
