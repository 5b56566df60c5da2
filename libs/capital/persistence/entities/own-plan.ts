import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DONG_COLUMN, DONG_LIST_COLUMN, ROW_ID } from '@thongvon/platform';
import type { Dong, PlanYear } from '@thongvon/kernel';

@Entity({
  schema: 'capital',
  name: 'spending_plan',
  comment:
    "Owners' plans of disbursing this year's capital: the last recorded by an instant counts; append-only; business clock",
})
@Index('spending_plan_project', ['planYear', 'projectId', 'id'])
@Check('spending_plan_cumulative_check', 'cardinality(cumulative) = 13')
export class SpendingPlan {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

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

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}

@Entity({
  schema: 'capital',
  name: 'paid_before',
  comment:
    'What was paid of a project from its start to the end of the year before the plan year: the last recorded by an instant counts; append-only; business clock',
})
@Index('paid_before_project', ['planYear', 'projectId', 'id'])
@Check('paid_before_paid_check', 'paid >= 0')
export class PaidBeforeRow {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ ...DONG_COLUMN, comment: 'Whole đồng' })
  paid: Dong;

  @Column({ type: 'text', nullable: true })
  document: string | null;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
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
export class PastCourseRow {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

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

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}
