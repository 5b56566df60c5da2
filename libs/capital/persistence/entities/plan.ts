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
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';

@Entity({
  schema: 'capital',
  name: 'decision',
  comment: 'Decisions that assign or adjust capital',
})
@Unique('decision_number', ['organizationId', 'numberKey', 'decidedOn', 'planYear'])
@Check('decision_mode_check', "mode IN ('initial', 'adjustment')")
export class Decision {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('date')
  decidedOn: PlainDate;

  @Column('text')
  mode: 'initial' | 'adjustment';

  @Column('integer')
  planYear: PlanYear;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column({
    type: 'text',
    comment:
      'The number without case, accents, spaces, marks, "Số" and leading zeros; after a space an id, where older rows were one decision written differently',
  })
  numberKey: string;
}

@Entity({
  schema: 'capital',
  name: 'allocation',
  comment:
    'Ledger of the capital plan: new amounts in whole đồng per project, year, plan type and source, from effective_on; append-only',
})
@Unique('allocation_grain', ['returnId', 'projectId', 'planYear', 'planType', 'sourceCode'])
@Index('allocation_project', ['projectId', 'planYear'])
@Check('allocation_amount_check', 'amount >= 0')
export class Allocation {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @ForeignKey('Decision')
  @Column('uuid')
  decisionId: string;

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

  @Column({ ...DONG_COLUMN })
  amount: Dong;

  @Column('date')
  effectiveOn: PlainDate;

  @Column('text')
  sheet: string;

  @Column('text')
  cell: string;
}

@Entity({
  schema: 'capital',
  name: 'plan_position',
  comment: 'Derived: the plan in force on [valid_from, valid_to), as known now; whole đồng',
})
@Index('plan_position_year', ['planYear', 'validFrom'])
export class PlanPosition {
  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  planType: PlanType;

  @PrimaryColumn('text')
  sourceCode: string;

  @PrimaryColumn('date')
  validFrom: PlainDate;

  @Column('date')
  validTo: PlainDate;

  @Column({ ...DONG_COLUMN })
  amount: Dong;

  @Column('bigint')
  allocationId: string;
}
