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
import { ROW_ID } from '@thongvon/platform';
import type { Measure } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'land_clearance',
  name: 'clearance_segment',
  comment: 'Parts of a project that are cleared apart: by commune, or by batch (đợt)',
})
@Unique('clearance_segment_name', ['projectId', 'nameKey'])
@Index('clearance_segment_organization', ['organizationId'], { where: 'organization_id IS NOT NULL' })
@Check('clearance_segment_batch_check', 'batch >= 1')
export class ClearanceSegment {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ type: 'integer', nullable: true })
  batch: number | null;

  @ForeignKey('Organization')
  @Column({
    type: 'uuid',
    nullable: true,
    comment: "The office that clears it and may write about it, besides the project's own",
  })
  organizationId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}

@Entity({
  schema: 'land_clearance',
  name: 'clearance_figure',
  comment:
    "Ledger of clearance progress: one measure of one project (or segment) as of a date, from a return's cell or typed by a person; append-only",
})
@Index('clearance_figure_grain', ['returnId', 'projectId', 'segmentId', 'measure'], {
  unique: true,
  where: 'return_id IS NOT NULL',
})
@Index('clearance_figure_project', ['projectId'])
@Index('clearance_figure_typed', ['recordedAt'], { where: 'return_id IS NULL' })
@Check('clearance_figure_origin', '(return_id IS NULL) = (entered_by IS NOT NULL)')
@Check('clearance_figure_value_check', 'value >= 0')
export class ClearanceFigure {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column({ type: 'uuid', nullable: true })
  returnId: string | null;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @Column({
    type: 'text',
    comment: 'What is counted, and so its unit: households, m², m, graves, lots or whole đồng',
  })
  measure: Measure;

  @Column('date')
  asOf: PlainDate;

  @Column('numeric')
  value: string;

  @Column({ type: 'text', nullable: true })
  sheet: string | null;

  @Column({ type: 'text', nullable: true })
  cell: string | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  enteredBy: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'land_clearance',
  name: 'clearance_position',
  comment: 'Derived: the latest figure in force on [valid_from, valid_to), as known now',
  synchronize: false,
})
@Unique('clearance_position_grain', ['projectId', 'segmentId', 'measure', 'validFrom'])
@Index('clearance_position_until', ['validTo'])
export class ClearancePosition {
  @ForeignKey('Project')
  @PrimaryColumn('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @PrimaryColumn('text')
  measure: Measure;

  @PrimaryColumn('date')
  validFrom: PlainDate;

  @Column('date')
  validTo: PlainDate;

  @Column('numeric')
  value: string;

  @ForeignKey('ClearanceFigure')
  @Column('bigint')
  figureId: string;
}
