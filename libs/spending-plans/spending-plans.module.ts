import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { PaidBefore } from './application/paid-before';
import { PastCourses } from './application/past-courses';
import { SpendingPlans } from './application/spending-plans';

/** Owners' own monthly plans of disbursing, and how offices disbursed in earlier years. Needs the PlatformModule. */
@Module({
  imports: [OrganizationsModule, ProjectsModule],
  providers: [PaidBefore, PastCourses, SpendingPlans],
  exports: [PaidBefore, PastCourses, SpendingPlans],
})
export class SpendingPlansModule {}
