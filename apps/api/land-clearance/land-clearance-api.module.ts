import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { BlockerDeedsController } from './blocker-deeds.controller';
import { BlockersController } from './blockers.controller';
import { LandClearanceController } from './land-clearance.controller';

@Module({
  imports: [LandClearanceModule],
  controllers: [LandClearanceController, BlockersController, BlockerDeedsController],
})
export class LandClearanceApiModule {}
