import { Module } from '@nestjs/common';
import { LandClearanceModule } from '../land-clearance.module';
import { EvidenceFilesController } from './evidence-files.controller';
import { ClearanceMoneyController, LandClearanceController } from './land-clearance.controller';
import { HolidaysController, StepsController } from './law-clock.controller';

export { EVIDENCE_FORM, sentEvidence } from './evidence-files.controller';
export * from './mapping';

/** The API of land clearance. */
@Module({
  imports: [LandClearanceModule],
  controllers: [
    StepsController,
    ClearanceMoneyController,
    EvidenceFilesController,
    LandClearanceController,
    HolidaysController,
  ],
})
export class LandClearanceHttpModule {}
