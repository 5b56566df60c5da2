import { Module } from '@nestjs/common';
import { LandClearanceModule } from '../land-clearance.module';
import { BlockerActionsController, BlockerMergersController } from './blocker-actions.controller';
import {
  BlockersController,
  ContinueOrStopController,
  ContractorsController,
  RemarksController,
} from './blockers.controller';
import { ClearanceMoneyController, ClosingItemsController } from './clearance-money.controller';
import { HolidaysController } from './holidays.controller';
import { LandClearanceController } from './land-clearance.controller';
import { EvidenceFilesController, StepsController } from './steps.controller';

/** The API of land clearance and of blockers. */
@Module({
  imports: [LandClearanceModule],
  controllers: [
    StepsController,
    ClearanceMoneyController,
    ContinueOrStopController,
    ContractorsController,
    EvidenceFilesController,
    LandClearanceController,
    BlockersController,
    BlockerActionsController,
    BlockerMergersController,
    RemarksController,
    HolidaysController,
    ClosingItemsController,
  ],
})
export class LandClearanceHttpModule {}
