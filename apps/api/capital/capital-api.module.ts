import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { CapitalModule } from '@thongvon/capital';
import { DocumentsModule } from '@thongvon/documents';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { AllocationsController, DecisionsController } from './plan-ledger.controller';
import { BlockedProjects, OverviewController, PlanMilestones } from './overview.controller';
import {
  DisbursementsController,
  ProvenanceController,
  ReconciliationController,
} from './figures.controller';
import {
  EnteredController,
  PaidBeforeController,
  PastCoursesController,
  SpendingPlansController,
} from './spending-plans.controller';

/** The plan, what was disbursed of it, and the owners' own plans. */
@Module({
  imports: [AlertsModule, CapitalModule, LandClearanceModule, DocumentsModule],
  controllers: [
    AllocationsController,
    DecisionsController,
    DisbursementsController,
    OverviewController,
    ProvenanceController,
    ReconciliationController,
    EnteredController,
    PaidBeforeController,
    PastCoursesController,
    SpendingPlansController,
  ],
  providers: [BlockedProjects, PlanMilestones],
})
export class CapitalApiModule {}
