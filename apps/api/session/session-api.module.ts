import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { SessionController } from './session.controller';

@Module({ imports: [OrganizationsModule], controllers: [SessionController] })
export class SessionApiModule {}
