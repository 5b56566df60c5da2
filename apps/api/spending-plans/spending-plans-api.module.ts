import { Module } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { EnteredController } from './entered.controller';
import { PaidBeforeController } from './paid-before.controller';
import { PastCoursesController } from './past-courses.controller';
import { SpendingPlansController } from './spending-plans.controller';

@Module({
  imports: [CapitalModule],
  controllers: [EnteredController, PaidBeforeController, PastCoursesController, SpendingPlansController],
})
export class SpendingPlansApiModule {}
