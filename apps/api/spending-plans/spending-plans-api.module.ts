import { Module } from '@nestjs/common';
import { SpendingPlansModule } from '@thongvon/spending-plans';
import { PastCoursesController } from './past-courses.controller';
import { SpendingPlansController } from './spending-plans.controller';

@Module({ imports: [SpendingPlansModule], controllers: [PastCoursesController, SpendingPlansController] })
export class SpendingPlansApiModule {}
