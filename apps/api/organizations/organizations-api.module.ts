import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { OrganizationsController } from './organizations.controller';

@Module({ imports: [OrganizationsModule], controllers: [OrganizationsController] })
export class OrganizationsApiModule {}
