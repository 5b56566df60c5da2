import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { DutyKind, ReportState } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';

@Entity({
  schema: 'snapshots',
  name: 'weekly_cut',
  comment:
    'Instants (business clock) up to which known time is closed, by week (date of its cut-off) and revision: whatever takes effect later is recorded after the last of them; append-only',
})
@Index('weekly_cut_known_through', ['knownThrough'])
@Check('weekly_cut_correction', '(revision = 1) = (reason IS NULL)')
@Check('weekly_cut_revision_check', 'revision >= 1')
export class WeeklyCut {
  @PrimaryColumn('date')
  week: PlainDate;

  @PrimaryColumn('integer')
  revision: number;

  @Column('timestamptz')
  knownThrough: Date;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Why a week was frozen again; null for its first revision',
  })
  reason: string | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  requestedBy: string | null;
}

@Entity({
  schema: 'snapshots',
  name: 'weekly_snapshot',
  comment:
    'Frozen weeks: what had been approved by frozen_at, dated up to the day of the cut-off; append-only',
})
@Unique('weekly_snapshot_once', ['week', 'revision'])
@ForeignKey('WeeklyCut', ['week', 'revision'], ['week', 'revision'])
export class WeeklySnapshot {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('date')
  week: PlainDate;

  @Column('integer')
  revision: number;

  @Column('timestamptz')
  frozenAt: Date;

  @Column('timestamptz')
  computedAt: Date;

  @Column({ type: 'integer', array: true })
  planYears: PlanYear[];

  @ForeignKey('WeeklySnapshot')
  @Column({
    type: 'uuid',
    nullable: true,
    comment:
      'The latest revision of the week before, as it was when this one was frozen; what changes are counted from',
  })
  previousId: string | null;
}

@Entity({
  schema: 'snapshots',
  name: 'snapshot_organization',
  comment: 'Who owed a return of a kind in a frozen week or sent one, and what had come of it; append-only',
})
@Check('snapshot_organization_state_check', "state IN ('reported', 'pending', 'sent-back', 'silent')")
export class SnapshotOrganization {
  @ForeignKey('WeeklySnapshot')
  @PrimaryColumn('uuid')
  snapshotId: string;

  @ForeignKey('Organization')
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('text')
  kind: DutyKind;

  @Column('text')
  name: string;

  @Column('boolean')
  owes: boolean;

  @Column('text')
  state: ReportState;

  @Column({ type: 'boolean', comment: 'What came had come after the cut-off' })
  late: boolean;

  @ForeignKey('Return')
  @Column({ type: 'uuid', nullable: true })
  returnId: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  receivedAt: Date | null;

  @Column({ type: 'date', nullable: true, comment: 'Date of the newest figure that it had approved' })
  lastAsOf: PlainDate | null;
}
