import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DisbursedColumns, DONG_COLUMN } from '@thongvon/platform';
import type { BlockerCause, DecidingLevel, ProjectKind } from '@thongvon/api-contract';
import type { Denominator, Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { FrozenProject, RollupDimension } from '../../domain/frozen-week';

@Entity({
  schema: 'snapshots',
  name: 'snapshot_project',
  comment: 'Projects of a frozen week as the register described them when it was frozen; append-only',
})
export class SnapshotProject {
  @ForeignKey('WeeklySnapshot')
  @PrimaryColumn('uuid')
  snapshotId: string;

  @ForeignKey('Project')
  @PrimaryColumn('uuid')
  projectId: string;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'Whose it is to see: its owner, else who registered it' })
  organizationId: string;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  @Column('text')
  kind: ProjectKind;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  ownerId: string | null;

  @Column({ type: 'text', nullable: true })
  owner: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ type: 'date', nullable: true })
  figureAsOf: PlainDate | null;

  @Column({ type: 'boolean', comment: 'Its figure is dated in the seven days up to the cut-off' })
  reported: boolean;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Clearance measures in force, as decimal texts, each in its unit',
  })
  clearance: FrozenProject['clearance'];

  @Column({ type: 'date', nullable: true })
  clearanceAsOf: PlainDate | null;

  @Column({
    ...DONG_COLUMN,
    nullable: true,
    comment:
      'Whole đồng, as registered when the week was frozen; null: not known, or frozen before this was kept',
  })
  totalInvestment: Dong | null;
}

@Entity({
  schema: 'snapshots',
  name: 'snapshot_line',
  comment: 'Plan and figures of a frozen week at their grain, whole đồng; null is not known; append-only',
})
@ForeignKey('SnapshotProject', ['snapshotId', 'projectId'], ['snapshotId', 'projectId'])
export class SnapshotLine extends DisbursedColumns {
  @PrimaryColumn('uuid')
  snapshotId: string;

  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  planType: PlanType;

  @PrimaryColumn('text')
  sourceCode: string;

  @Column({ ...DONG_COLUMN, nullable: true })
  planned: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Plan in force on 30 September at the latest' })
  plannedBeforeLate: Dong | null;

  @Column({
    ...DONG_COLUMN,
    precision: 21,
    nullable: true,
    comment: 'Disbursed less that of the week before; null where either is not known',
  })
  change: Dong | null;

  @Column({ type: 'date', nullable: true })
  figureAsOf: PlainDate | null;

  @ForeignKey('Allocation')
  @Column({ type: 'bigint', nullable: true })
  allocationId: string | null;

  @ForeignKey('Figure')
  @Column({ type: 'bigint', nullable: true })
  figureId: string | null;
}

@Entity({
  schema: 'snapshots',
  name: 'snapshot_blocker',
  comment: 'Blockers open in a frozen week; held and set_amount in whole đồng; append-only',
})
@ForeignKey('SnapshotProject', ['snapshotId', 'projectId'], ['snapshotId', 'projectId'])
export class SnapshotBlocker {
  @PrimaryColumn('uuid')
  snapshotId: string;

  @ForeignKey('Blocker')
  @PrimaryColumn('uuid')
  blockerId: string;

  @Column('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @Column('text')
  description: string;

  @Column('text')
  cause: BlockerCause;

  @Column({ type: 'text', nullable: true })
  responsibleUnit: string | null;

  @Column({ type: 'text', nullable: true })
  responsiblePerson: string | null;

  @Column({ type: 'text', nullable: true })
  decidingLevel: DecidingLevel | null;

  @Column({ type: 'text', nullable: true })
  contractor: string | null;

  @Column('date')
  openedOn: PlainDate;

  @Column({ type: 'date', nullable: true })
  due: PlainDate | null;

  @Column({ type: 'date', nullable: true })
  lastActionOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  lastAction: string | null;

  @Column('integer')
  reopened: number;

  @Column({ ...DONG_COLUMN, nullable: true })
  setAmount: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  held: Dong | null;
}

@Entity({
  schema: 'snapshots',
  name: 'snapshot_rollup',
  comment:
    'Sums of the lines of planned projects by holder, denominator and dimension, whole đồng; unplanned: those without any plan; append-only',
  synchronize: false,
})
@Unique('snapshot_rollup_grain', [
  'snapshotId',
  'planYear',
  'denominator',
  'organizationId',
  'dimension',
  'key',
])
@Check(
  'snapshot_rollup_dimension_check',
  "dimension IN ('total', 'unplanned', 'owner', 'kind', 'source', 'planType', 'commune')",
)
export class SnapshotRollup extends DisbursedColumns {
  @ForeignKey('WeeklySnapshot')
  @PrimaryColumn('uuid')
  snapshotId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  denominator: Denominator;

  @ForeignKey('Organization')
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('text')
  dimension: RollupDimension;

  @Column({ type: 'text', nullable: true })
  key: string | null;

  @Column({ type: 'text', nullable: true })
  label: string | null;

  @Column('integer')
  projects: number;

  @Column('integer')
  withFigure: number;

  @Column('integer')
  reported: number;

  @Column({ ...DONG_COLUMN, nullable: true })
  planned: Dong | null;
}
