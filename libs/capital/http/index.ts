import { Module } from '@nestjs/common';
import { CapitalModule } from '../capital.module';
import {
  AllocationsController,
  DecisionsController,
  DisbursementsController,
  ProvenanceController,
  ReconciliationController,
} from './ledgers.controller';
import {
  EnteredController,
  PaidBeforeController,
  PastCoursesController,
  SpendingPlansController,
} from './spending-plans.controller';

export { toFiguresQuery, toSlice } from './ledgers.controller';

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
