import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { DisbursementsModule } from '@thongvon/disbursements';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { ReportsModule } from '@thongvon/reports';
import { SpendingPlansModule } from '@thongvon/spending-plans';
import { BlockedProjects } from './blocked-projects';
import { DisbursementsController } from './disbursements.controller';
import { OverviewController } from './overview.controller';
import { PlanMilestones } from './plan-milestones';
import { ProvenanceController } from './provenance.controller';
import { ReconciliationController } from './reconciliation.controller';

@Module({
  imports: [AlertsModule, DisbursementsModule, LandClearanceModule, ReportsModule, SpendingPlansModule],
  controllers: [DisbursementsController, OverviewController, ProvenanceController, ReconciliationController],
  providers: [BlockedProjects, PlanMilestones],
})
export class DisbursementsApiModule {}
