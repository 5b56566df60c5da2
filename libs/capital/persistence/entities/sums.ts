import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import { ROW_ID } from '@thongvon/platform';
import type { Basis } from '../../domain/figures/figures-query';

/** Of many projects: more digits than an amount has. Whole đồng. */
const SUM_COLUMN = { type: 'numeric', nullable: true } as const;

/** Whose and of what a row of sums is. */
abstract class OfOffice {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('integer')
  planYear: PlanYear;

  @Column('text')
  basis: Basis;

  @Column('text')
  sourceCode: string;

  @Column('text')
  counted: 'current-year' | 'all-plan' | 'both';

  @Column('uuid')
  officeId: string;
}

/** What its projects have in common. */
abstract class OfGroup extends OfOffice {
  @Column({ type: 'text', nullable: true })
  ownerKey: string | null;

  @Column('text')
  kind: string;

  @Column({ type: 'text', nullable: true, comment: 'Of the plan year; null: no return in force says it' })
  groupCode: string | null;

  @Column(SUM_COLUMN)
  disbursed: Dong | null;
}

@Entity({
  schema: 'capital',
  name: 'standing_sum',
  comment:
    'Derived: sums of project_standing over the projects that an office holds now, by owner, kind, group and, with by_commune, commune; whole đồng. Its forecast and pace hold while as_of isn’t too old',
})
@Index('standing_sum_office', ['planYear', 'basis', 'sourceCode', 'byCommune', 'officeId'])
@Index('standing_sum_commune', ['planYear', 'basis', 'sourceCode', 'commune'], { where: 'by_commune' })
export class StandingSum extends OfGroup {
  @Column('boolean')
  byCommune: boolean;

  @Column({ type: 'text', nullable: true })
  owner: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column('boolean')
  isPlanned: boolean;

  @Column('boolean')
  isCovered: boolean;

  @Column('boolean')
  hasAmount: boolean;

  @Column({ type: 'date', nullable: true })
  asOf: PlainDate | null;

  @Column('integer')
  projects: number;

  @Column({ type: 'integer', comment: 'Projects that are planned or, with a plan in force, reported' })
  lines: number;

  @Column('integer')
  linesBySeptember: number;

  @Column(SUM_COLUMN)
  planned: Dong | null;

  @Column(SUM_COLUMN)
  plannedBySeptember: Dong | null;

  @Column(SUM_COLUMN)
  completed: Dong | null;

  @Column(SUM_COLUMN)
  advance: Dong | null;

  @Column(SUM_COLUMN)
  derived: Dong | null;

  @Column(SUM_COLUMN)
  byTreasury: Dong | null;

  @Column(SUM_COLUMN)
  notSplit: Dong | null;

  @Column('integer')
  notSplitProjects: number;

  @Column('integer')
  reported: number;

  @Column({ type: 'date', nullable: true })
  oldestOn: PlainDate | null;

  @Column({ type: 'integer', comment: 'Projects with money of their plan left' })
  unfinished: number;

  @Column('integer')
  finished: number;

  @Column('integer')
  paced: number;

  @Column(SUM_COLUMN)
  pace: string | null;

  @Column({ type: 'date', nullable: true })
  paceFrom: PlainDate | null;

  @Column('integer')
  forecasted: number;

  @Column(SUM_COLUMN)
  forecast: Dong | null;

  @Column('integer')
  unspent: number;

  @Column('integer')
  nothingDisbursed: number;

  @Column('integer')
  treasuryDiffers: number;

  @Column('integer')
  treasuryDiffersAllPlan: number;

  @Column({
    type: 'integer',
    array: true,
    nullable: true,
    comment:
      'In order: what each project with a plan has disbursed of it, in hundredths of a percent, rounded down',
  })
  rates: number[] | null;
}

@Entity({
  schema: 'capital',
  name: 'standing_step',
  comment:
    'Derived: what planned projects of standing_sum had disbursed from a day on, until another; whole đồng',
})
@Index('standing_step_office', ['planYear', 'basis', 'sourceCode', 'officeId', 'toDay'])
export class StandingStep extends OfGroup {
  @Column('date')
  fromDay: PlainDate;

  @Column('date')
  toDay: PlainDate;

  @Column({ type: 'date', nullable: true })
  since: PlainDate | null;

  @Column({
    type: 'integer',
    nullable: true,
    comment: 'Of how many figures then it isn’t known whether they are of the source',
  })
  open: number | null;
}

@Entity({
  schema: 'capital',
  name: 'standing_forecast',
  comment:
    'Derived: by how much the planned projects that an office holds now, with newest figures of as_of, will have gained at their pace, each rounded by itself and up to its plan. Holds while as_of isn’t too old',
})
@Index('standing_forecast_office', ['planYear', 'basis', 'sourceCode', 'officeId'])
export class StandingForecast extends OfOffice {
  @Column('date')
  asOf: PlainDate;

  @Column({
    type: 'numeric',
    array: true,
    comment: 'One day after as_of, two days, and so on until the plan year’s last day; whole đồng',
  })
  gains: Dong[];
}

@Entity({
  schema: 'capital',
  name: 'first_plan',
  comment:
    'Derived: what the first decision on any project that an office holds now assigned to these, of the year’s own plan; whole đồng',
})
export class FirstPlan {
  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('text')
  sourceCode: string;

  @Column({ type: 'date', comment: 'Since when it holds' })
  firstOn: PlainDate;

  @Column('numeric')
  amount: Dong;
}

@Entity({
  schema: 'capital',
  name: 'summed_office',
  comment:
    'Derived: offices with projects in project_standing, and whether standing_sum has their sums as they are now',
})
export class SummedOffice {
  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('integer')
  planYear: PlanYear;

  @Column('boolean')
  isSummed: boolean;
}
