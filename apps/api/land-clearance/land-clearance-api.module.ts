import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { BlockerActionsController } from './blocker-actions.controller';
import {
  BlockersController,
  ContinueOrStopController,
  ContractorsController,
  RemarksController,
} from './blockers.controller';
import { ClearanceMoneyController, ClosingItemsController } from './clearance-money.controller';
import { EvidenceFilesController, StepsController } from './steps.controller';
import { HolidaysController } from './holidays.controller';
import { LandClearanceController } from './land-clearance.controller';

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
    RemarksController,
    HolidaysController,
    ClosingItemsController,
  ],
})
export class LandClearanceApiModule {}
