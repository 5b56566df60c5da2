import { Module } from '@nestjs/common';
import { CapitalModule } from '../capital.module';
import {
  DisbursementsController,
  ProvenanceController,
  ReconciliationController,
} from './figures.controller';
import { AllocationsController, DecisionsController } from './plan-ledger.controller';
import {
  EnteredController,
  PaidBeforeController,
  PastCoursesController,
  SpendingPlansController,
} from './spending-plans.controller';

export { toFiguresQuery, toSlice } from './figures-query';

/** The API of the plan, what was disbursed of it, and the owners' own plans. */
@Module({
  imports: [CapitalModule],
  controllers: [
    AllocationsController,
    DecisionsController,
    DisbursementsController,
    ProvenanceController,
    ReconciliationController,
    EnteredController,
    PaidBeforeController,
    PastCoursesController,
    SpendingPlansController,
  ],
})
export class CapitalHttpModule {}
