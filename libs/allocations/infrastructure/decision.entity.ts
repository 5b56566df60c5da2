import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';

/** A decision that assigns the year's capital or adjusts it. */
@Entity('decision')
export class Decision {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn: PlainDate;

  @Column({ type: 'text' })
  mode: 'initial' | 'adjustment';

  @Column({ name: 'plan_year', type: 'integer' })
  planYear: PlanYear;

  /** Whose return brought it. */
  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
