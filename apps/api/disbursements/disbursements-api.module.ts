import { Module } from '@nestjs/common';
import { DisbursementsModule } from '@thongvon/disbursements';
import { DisbursementsController } from './disbursements.controller';

@Module({ imports: [DisbursementsModule], controllers: [DisbursementsController] })
export class DisbursementsApiModule {}
