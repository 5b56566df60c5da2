import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { CommitPlan } from './application/commit-plan';
import { CurrentPlan } from './application/current-plan';
import { ListLedger } from './application/list-ledger';
import { PlanRules } from './application/plan-rules';
import { RecomputePlan } from './application/recompute-plan';

@Module({
  imports: [OrganizationsModule, ProjectsModule, ReturnsModule],
  providers: [CommitPlan, CurrentPlan, ListLedger, PlanRules, RecomputePlan],
  exports: [CurrentPlan, ListLedger, RecomputePlan],
})
export class AllocationsModule {}
