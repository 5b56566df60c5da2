import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import { DONG_COLUMN, ROW_ID } from '@thongvon/platform';
import type { Basis } from '../../domain/figures/figures-query';

@Entity({
  schema: 'capital',
  name: 'project_course',
  comment: 'Derived: how the figures of a project with a plan in force are counted in office_course',
})
@Index('project_course_open', ['planYear'], { where: "open <> '{}'" })
export class ProjectCourse {
  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @Column({ type: 'uuid', comment: 'Who holds the project in the register now' })
  officeId: string;

  @Column({ type: 'text', array: true, comment: 'Of which it has a plan in force' })
  sources: string[];

  @Column({
    type: 'jsonb',
    comment:
      'By plan type the source that a figure without one belongs to: the only one of which that plan is',
  })
  gives: Partial<Record<PlanType, string>>;

  @Column({
    type: 'text',
    array: true,
    comment:
      'Bases with a figure that belongs to no source by itself: of these the project is counted over all sources only',
  })
  open: Basis[];
}

@Entity({
  schema: 'capital',
  name: 'office_course',
  comment:
    'Derived: by how much a day changes what the planned projects of an office have disbursed, of one source, or of all (*), as known now; whole đồng. Rows add up: each was written by what changed it',
})
@Index('office_course_office', ['planYear', 'basis', 'sourceCode', 'officeId', 'day'])
export class OfficeCourse {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('integer')
  planYear: PlanYear;

  @Column('text')
  basis: Basis;

  @Column('text')
  sourceCode: string;

  @Column('text')
  planType: PlanType;

  @Column('uuid')
  officeId: string;

  @Column('date')
  day: PlainDate;

  @Column(DONG_COLUMN)
  disbursed: Dong;

  @Column({ type: 'integer', comment: 'Those of the steps that have an amount' })
  known: number;

  @Column({ type: 'integer', comment: 'How many figures more begin or cease to hold on the day' })
  steps: number;
}
