import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { SpendingPlans } from './application/spending-plans';

/** Owners' own monthly plans of disbursing. Needs the PlatformModule. */
@Module({ imports: [ProjectsModule], providers: [SpendingPlans], exports: [SpendingPlans] })
export class SpendingPlansModule {}
