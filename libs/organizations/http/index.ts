import { Module } from '@nestjs/common';
import { Callers } from '@thongvon/platform/http';
import { OrganizationsModule } from '../organizations.module';
import { EscalationController } from './escalation.controller';
import {
  OrganizationsController,
  UserPasswordsController,
  UsersController,
} from './organizations.controller';
import { PasswordController, SessionCallers, SessionController, SessionCookies } from './session.controller';

/** Who calls, for the guard that every request passes. */
@Module({
  imports: [OrganizationsModule],
  providers: [SessionCallers, SessionCookies, { provide: Callers, useExisting: SessionCallers }],
  exports: [Callers, OrganizationsModule, SessionCookies],
})
export class SessionsModule {}

/** The API of organisations, people, and their sessions. */
@Module({
  imports: [SessionsModule],
  controllers: [
    EscalationController,
    OrganizationsController,
    PasswordController,
    SessionController,
    UserPasswordsController,
    UsersController,
  ],
})
export class OrganizationsHttpModule {}
