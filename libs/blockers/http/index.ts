import { Module } from '@nestjs/common';
import { BlockersModule } from '../blockers.module';
import { BlockerActionsController, BlockerMergersController } from './blocker-actions.controller';
import { BlockerOfficesController } from './blocker-offices.controller';
import {
  BlockersController,
  ContinueOrStopController,
  ContractorsController,
  LandClearanceController,
  RemarksController,
} from './blockers.controller';
import { BlockerTextsController } from './text-check.controller';

export { toBucketView, toGroupView, toHeldView, toPartsView } from './mapping';

/** The API of blockers, and of land clearance together with what stands in its way. */
@Module({
  imports: [BlockersModule],
  controllers: [
    ContinueOrStopController,
    ContractorsController,
    LandClearanceController,
    BlockersController,
    BlockerActionsController,
    BlockerMergersController,
    BlockerOfficesController,
    RemarksController,
    BlockerTextsController,
  ],
})
export class BlockersHttpModule {}
