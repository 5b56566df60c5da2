import { Module } from '@nestjs/common';
import { DisbursementsModule } from '@thongvon/disbursements';
import { DisbursementsController } from './disbursements.controller';
import { ReconciliationController } from './reconciliation.controller';

@Module({ imports: [DisbursementsModule], controllers: [DisbursementsController, ReconciliationController] })
export class DisbursementsApiModule {}
