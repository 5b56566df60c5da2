import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { CommitPlan } from './application/plan/commit-plan';
import { ListLedger, TraceFigures } from './application/read-ledgers';
import { PlanRules } from './application/plan/plan-rules';
import { CheckFigures } from './application/figures/check-figures';
import { CommitFigures, ReportedFigureRules, TreasuryFigureRules } from './application/figures/figure-rules';
import { DrawCurve } from './application/figures/draw-curve';
import { ListProjectFigures, ListStandings } from './application/figures/list-standings';
import { RebuildPositions, RecomputePositions, StoreSums } from './application/recompute-positions';
import { TakeOverLedgers } from './application/take-over-ledgers';
import { Reconcile } from './application/figures/reconcile';
import { SumFacets, Summarize } from './application/figures/summarize';
import { PaidBefore, SpendingPlans, ViewEntered } from './application/own-plans/entered-of-project';
import { PastCourses } from './application/own-plans/past-courses';
import {
  Derivation,
  DisbursementPosition,
  Figure,
  ReconciliationNote,
  Standing,
} from './persistence/entities/figure';
import {
  Allocation,
  Decision,
  PaidBeforeRow,
  PastCourseRow,
  PlanPosition,
  SpendingPlan,
} from './persistence/entities/plan';
import { OfficeCourse, ProjectCourse } from './persistence/entities/course';
import {
  FirstPlan,
  StandingForecast,
  StandingStep,
  StandingSum,
  SummedOffice,
} from './persistence/entities/sums';
import { StoreStandingsJob, StoreSumsJob } from './jobs/store-standings';
import { CurrentPlan } from './persistence/known-amounts';

const ENTITIES = [
  Allocation,
  Decision,
  Derivation,
  DisbursementPosition,
  Figure,
  FirstPlan,
  OfficeCourse,
  PaidBeforeRow,
  PastCourseRow,
  PlanPosition,
  ProjectCourse,
  ReconciliationNote,
  SpendingPlan,
  Standing,
  StandingForecast,
  StandingStep,
  StandingSum,
  SummedOffice,
];

/** The ledger of plans, figures and what is derived from them, owners' own plans and earlier years. Needs the PlatformModule. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrganizationsModule, ProjectsModule, ReturnsModule],
  providers: [
    CommitPlan,
    CurrentPlan,
    ListLedger,
    PlanRules,
    CheckFigures,
    CommitFigures,
    DrawCurve,
    ReportedFigureRules,
    TreasuryFigureRules,
    ListProjectFigures,
    ListStandings,
    RebuildPositions,
    Reconcile,
    RecomputePositions,
    StoreStandingsJob,
    StoreSums,
    StoreSumsJob,
    SumFacets,
    Summarize,
    TakeOverLedgers,
    TraceFigures,
    PaidBefore,
    PastCourses,
    SpendingPlans,
    ViewEntered,
  ],
  exports: [
    CurrentPlan,
    ListLedger,
    DrawCurve,
    ListProjectFigures,
    ListStandings,
    RebuildPositions,
    Reconcile,
    SumFacets,
    Summarize,
    TakeOverLedgers,
    TraceFigures,
    PaidBefore,
    PastCourses,
    SpendingPlans,
    ViewEntered,
  ],
})
export class CapitalModule {}
