import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { PasswordController } from './password.controller';
import { SessionController } from './session.controller';

@Module({ imports: [OrganizationsModule], controllers: [SessionController, PasswordController] })
export class SessionApiModule {}
