import { Module } from '@nestjs/common';
import { DisbursementsModule } from '@thongvon/disbursements';
import { SpendingPlansModule } from '@thongvon/spending-plans';
import { EnteredController } from './entered.controller';
import { PaidBeforeController } from './paid-before.controller';
import { PastCoursesController } from './past-courses.controller';
import { SpendingPlansController } from './spending-plans.controller';

@Module({
  imports: [DisbursementsModule, SpendingPlansModule],
  controllers: [EnteredController, PaidBeforeController, PastCoursesController, SpendingPlansController],
})
export class SpendingPlansApiModule {}
