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
import { DisbursedColumns, DONG_COLUMN, ROW_ID } from '@thongvon/platform';
import type { Basis } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { LineReading } from '@thongvon/return-reader';

@Entity({
  schema: 'capital',
  name: 'figure',
  comment:
    'Ledger of disbursement figures in whole đồng at their grain, each with the cell it came from; append-only',
})
@Unique('figure_grain', ['returnId', 'projectId', 'planYear', 'planType', 'sourceCode', 'basis'])
@Index('figure_project', ['projectId', 'asOf'])
@Check('figure_advance_check', 'advance >= 0')
@Check('figure_basis_check', "basis IN ('reported', 'treasury', 'estimate')")
@Check('figure_completed_check', 'completed >= 0')
export class Figure extends DisbursedColumns {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column('text')
  planType: PlanType;

  @ForeignKey('CapitalSource')
  @Column('text')
  sourceCode: string;

  @Column('text')
  basis: Basis;

  @Column('date')
  asOf: PlainDate;

  @Column('jsonb')
  cells: LineReading['cells'];
}

@Entity({
  schema: 'capital',
  name: 'disbursement_position',
  comment: 'Derived: the latest approved figure on [valid_from, valid_to), as known now; whole đồng',
})
@Index('disbursement_position_until', ['planYear', 'basis', 'validTo'])
@Index('disbursement_position_year', ['planYear', 'basis', 'validFrom'])
export class DisbursementPosition extends DisbursedColumns {
  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  planType: PlanType;

  @PrimaryColumn('text')
  basis: Basis;

  @PrimaryColumn('text')
  sourceCode: string;

  @PrimaryColumn('date')
  validFrom: PlainDate;

  @Column('date')
  validTo: PlainDate;

  @Column('bigint')
  figureId: string;
}

@Entity({
  schema: 'capital',
  name: 'project_standing',
  comment:
    'Derived: how a project stands in a plan year from its newest change (since) on, as known now; whole đồng. Of one source, or of all (*); counted over the plan of the year, all plan, or the same for both',
})
@Index('project_standing_project', ['projectId'])
@Index('project_standing_by_planned', ['planYear', 'basis', 'planned', 'projectId'], {
  where: "source_code = '*'",
})
@Index('project_standing_by_disbursed', ['planYear', 'basis', 'disbursed', 'projectId'], {
  where: "source_code = '*'",
})
@Index('project_standing_by_completed', ['planYear', 'basis', 'completed', 'projectId'], {
  where: "source_code = '*'",
})
@Index('project_standing_by_advance', ['planYear', 'basis', 'advance', 'projectId'], {
  where: "source_code = '*'",
})
@Index('project_standing_by_remaining', { synchronize: false })
@Index('project_standing_by_rate', { synchronize: false })
@Index('project_standing_by_change', { synchronize: false })
@Index('project_standing_by_shortfall', { synchronize: false })
@Index('project_standing_by_day', ['planYear', 'basis', 'asOf', 'projectId'], {
  where: "source_code = '*'",
})
@Index('project_standing_since', ['planYear', 'basis', 'since'], { where: "source_code = '*'" })
@Index('project_standing_since_split', ['planYear', 'basis', 'sinceSplit'], { where: "source_code = '*'" })
export class Standing extends DisbursedColumns {
  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  basis: Basis;

  @PrimaryColumn('text')
  sourceCode: string;

  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn('text')
  counted: 'current-year' | 'all-plan' | 'both';

  @Column('date')
  since: PlainDate;

  @Column({ type: 'date', comment: 'Of what the Treasury states as well, by which amounts are split' })
  sinceSplit: PlainDate;

  @Column('boolean')
  isPlanned: boolean;

  @Column('boolean')
  isCovered: boolean;

  @Column({ ...DONG_COLUMN, nullable: true })
  planned: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  plannedBySeptember: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  notSplit: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  derived: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  byTreasury: Dong | null;

  @Column({ type: 'date', nullable: true })
  asOf: PlainDate | null;

  @Column({ type: 'date', nullable: true })
  oldestOn: PlainDate | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  weekAgo: Dong | null;

  @Column({ type: 'date', nullable: true })
  weekAgoOn: PlainDate | null;

  @Column({ type: 'integer', nullable: true })
  weekAgoOpen: number | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  monthAgo: Dong | null;

  @Column({ type: 'date', nullable: true })
  monthAgoOn: PlainDate | null;

  @Column({ type: 'integer', nullable: true })
  monthAgoOpen: number | null;

  @Column({
    type: 'date',
    array: true,
    nullable: true,
    comment: 'Days on which the sum changed, since the month before its newest figures',
  })
  stepDays: PlainDate[] | null;

  @Column({ type: 'numeric', array: true, nullable: true })
  stepDisbursed: (Dong | null)[] | null;

  @Column({ type: 'date', array: true, nullable: true })
  stepOn: (PlainDate | null)[] | null;

  @Column({ type: 'integer', array: true, nullable: true })
  stepOpen: number[] | null;
}

@Entity({
  schema: 'capital',
  name: 'derivation',
  comment:
    'What has been derived whole since there is a table for it; what is missing here is derived when it is asked for',
})
export class Derivation {
  @PrimaryColumn('text')
  name: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  storedAt: Date;
}

@Entity({
  schema: 'capital',
  name: 'reconciliation_note',
  comment:
    'Why board and Treasury differ, in the words of who looked into it; append-only. Holds as long as the difference stays as explained',
})
@Index('reconciliation_note_project', ['projectId', 'planYear'])
export class ReconciliationNote {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ type: 'text', nullable: true, comment: 'Null where one side does not split by source' })
  sourceCode: string | null;

  @Column({ ...DONG_COLUMN, comment: 'Treasury less board, whole đồng, as it was when explained' })
  difference: Dong;

  @Column('text')
  explanation: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  authorId: string;

  @Column('timestamptz')
  at: Date;
}
