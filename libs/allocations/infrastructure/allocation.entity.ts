import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DONG_COLUMN } from '@thongvon/platform';
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';

/** An entry of the plan ledger: the new amount of one project, year, plan type and source from a date on. Append-only. */
@Entity('allocation')
export class Allocation {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'return_id', type: 'uuid' })
  returnId: string;

  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @Column({ name: 'project_id', type: 'uuid' })
  projectId: string;

  @Column({ name: 'plan_year', type: 'integer' })
  planYear: PlanYear;

  @Column({ name: 'plan_type', type: 'text' })
  planType: PlanType;

  @Column({ name: 'source_code', type: 'text' })
  source: string;

  @Column(DONG_COLUMN)
  amount: Dong;

  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn: PlainDate;

  @Column({ type: 'text' })
  sheet: string;

  @Column({ type: 'text' })
  cell: string;
}
