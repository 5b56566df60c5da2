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
import { DONG_COLUMN, ROW_ID } from '@thongvon/platform';
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
@Index('figure_project', ['projectId', 'planYear'])
@Check('figure_advance_check', 'advance >= 0')
@Check('figure_basis_check', "basis IN ('reported', 'treasury', 'estimate')")
@Check('figure_completed_check', 'completed >= 0')
export class Figure {
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

  @Column({ ...DONG_COLUMN, nullable: true })
  disbursed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  completed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  advance: Dong | null;

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
export class DisbursementPosition {
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

  @Column({ ...DONG_COLUMN, nullable: true })
  disbursed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  completed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  advance: Dong | null;

  @Column('bigint')
  figureId: string;
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
