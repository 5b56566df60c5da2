import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { CapitalModule } from '@thongvon/capital';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { DocumentsModule } from '@thongvon/documents';
import { BlockedProjects } from './blocked-projects';
import { DisbursementsController } from './disbursements.controller';
import { OverviewController } from './overview.controller';
import { PlanMilestones } from './plan-milestones';
import { ProvenanceController } from './provenance.controller';
import { ReconciliationController } from './reconciliation.controller';

@Module({
  imports: [AlertsModule, CapitalModule, LandClearanceModule, DocumentsModule],
  controllers: [DisbursementsController, OverviewController, ProvenanceController, ReconciliationController],
  providers: [BlockedProjects, PlanMilestones],
})
export class DisbursementsApiModule {}
