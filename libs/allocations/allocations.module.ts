import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { CommitPlan } from './application/commit-plan';
import { CurrentPlan } from './application/current-plan';
import { ListLedger } from './application/list-ledger';
import { PlanRules } from './application/plan-rules';
import { RecomputePlan } from './application/recompute-plan';
import { Allocation } from './infrastructure/allocation.entity';
import { Decision } from './infrastructure/decision.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([Allocation, Decision]),
    OrganizationsModule,
    ProjectsModule,
    ReturnsModule,
  ],
  providers: [CommitPlan, CurrentPlan, ListLedger, PlanRules, RecomputePlan],
  exports: [CurrentPlan, ListLedger, RecomputePlan],
})
export class AllocationsModule {}
