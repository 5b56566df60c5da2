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
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import { DONG_COLUMN, DONG_LIST_COLUMN, EnteredRow, ReadRow } from '@thongvon/platform';

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
export class Allocation extends ReadRow {
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

@Entity({
  schema: 'capital',
  name: 'spending_plan',
  comment:
    "Owners' plans of disbursing this year's capital: the last recorded by an instant counts; append-only; business clock",
})
@Index('spending_plan_project', ['planYear', 'projectId', 'id'])
@Check('spending_plan_cumulative_check', 'cardinality(cumulative) = 13')
export class SpendingPlan extends EnteredRow {
  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({
    ...DONG_LIST_COLUMN,
    comment: 'Whole đồng by the end of each of the 13 months, January to January',
  })
  cumulative: Dong[];

  @Column({ type: 'text', nullable: true })
  document: string | null;
}

@Entity({
  schema: 'capital',
  name: 'paid_before',
  comment:
    'What was paid of a project from its start to the end of the year before the plan year: the last recorded by an instant counts; append-only; business clock',
})
@Index('paid_before_project', ['planYear', 'projectId', 'id'])
@Check('paid_before_paid_check', 'paid >= 0')
export class PaidBeforeRow extends EnteredRow {
  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ ...DONG_COLUMN, comment: 'Whole đồng' })
  paid: Dong;

  @Column({ type: 'text', nullable: true })
  document: string | null;
}

@Entity({
  schema: 'capital',
  name: 'past_course',
  comment:
    'How an organisation, with all below it, disbursed in a plan year that is over: the last recorded by an instant counts; append-only; business clock',
})
@Index('past_course_organization', ['planYear', 'organizationId', 'id'])
@Check('past_course_cumulative_check', 'cardinality(cumulative) = 13')
@Check('past_course_planned_check', 'planned > 0')
export class PastCourseRow extends EnteredRow {
  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ ...DONG_COLUMN, comment: 'The plan of that year at its end, whole đồng' })
  planned: Dong;

  @Column({
    ...DONG_LIST_COLUMN,
    comment: 'Whole đồng disbursed by the end of each of the 13 months, January to January',
  })
  cumulative: Dong[];

  @Column({ type: 'text', nullable: true })
  document: string | null;
}
