import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DONG_COLUMN } from '@thongvon/platform';
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { CellRef, LineField } from '@thongvon/reading';
import type { Basis } from '../domain/basis';

/**
 * A disbursement figure at its grain: project × plan year × plan type × source × as-of date × basis, with the cells it
 * came from. Append-only; whether it counts is its return's matter.
 */
@Entity('figure')
export class Figure {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'return_id', type: 'uuid' })
  returnId: string;

  @Column({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @Column({ name: 'plan_year', type: 'integer' })
  planYear: PlanYear;

  @Column({ name: 'plan_type', type: 'text' })
  planType: PlanType;

  @Column({ name: 'source_code', type: 'text' })
  source: string;

  @Column({ type: 'text' })
  basis: Basis;

  @Column({ name: 'as_of', type: 'date' })
  asOf: PlainDate;

  @Column({ nullable: true, ...DONG_COLUMN })
  disbursed: Dong | null;

  @Column({ nullable: true, ...DONG_COLUMN })
  completed: Dong | null;

  @Column({ nullable: true, ...DONG_COLUMN })
  advance: Dong | null;

  @Column({ type: 'jsonb' })
  cells: Partial<Record<LineField, CellRef>>;
}
