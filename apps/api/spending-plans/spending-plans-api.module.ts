import { Module } from '@nestjs/common';
import { SpendingPlansModule } from '@thongvon/spending-plans';
import { SpendingPlansController } from './spending-plans.controller';

@Module({ imports: [SpendingPlansModule], controllers: [SpendingPlansController] })
export class SpendingPlansApiModule {}
