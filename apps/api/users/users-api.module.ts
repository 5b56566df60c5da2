import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { UsersController } from './users.controller';

@Module({ imports: [OrganizationsModule], controllers: [UsersController] })
export class UsersApiModule {}
