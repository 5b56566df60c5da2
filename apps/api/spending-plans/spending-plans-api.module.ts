import { Module } from '@nestjs/common';
import { SpendingPlansModule } from '@thongvon/spending-plans';
import { EnteredController } from './entered.controller';
import { PaidBeforeController } from './paid-before.controller';
import { PastCoursesController } from './past-courses.controller';
import { SpendingPlansController } from './spending-plans.controller';

@Module({
  imports: [SpendingPlansModule],
  controllers: [EnteredController, PaidBeforeController, PastCoursesController, SpendingPlansController],
})
export class SpendingPlansApiModule {}
