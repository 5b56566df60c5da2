import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { OrganizationsController } from './organizations.controller';
import { ReportingDutiesController } from './reporting-duties.controller';

@Module({ imports: [OrganizationsModule], controllers: [OrganizationsController, ReportingDutiesController] })
export class OrganizationsApiModule {}
