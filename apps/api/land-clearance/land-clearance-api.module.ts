import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { BlockerActionsController } from './blocker-actions.controller';
import { BlockersController } from './blockers.controller';
import { ClearanceMoneyController } from './clearance-money.controller';
import { ClosingItemsController } from './closing-items.controller';
import { ContinueOrStopController } from './continue-or-stop.controller';
import { ContractorsController } from './contractors.controller';
import { EvidenceFilesController } from './evidence-files.controller';
import { HolidaysController } from './holidays.controller';
import { LandClearanceController } from './land-clearance.controller';
import { RemarksController } from './remarks.controller';
import { StepsController } from './steps.controller';

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
