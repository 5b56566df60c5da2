import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registry } from '@thongvon/platform';
import {
  ChangeOrganization,
  CreateOrganization,
  EnsureOrganization,
  FindOrganization,
  ListOrganizations,
  OrganizationChecks,
} from './application/keep-organizations';
import { ChangeOwnPassword, PasswordLinks, SetPassword } from './application/change-password';
import {
  ChangeUser,
  CreateFirstAdmin,
  CreateUser,
  EnsureUser,
  FindUser,
  HasAccounts,
  ListUsers,
  PeopleWithRole,
} from './application/user-accounts';
import { DutyRegister, KeepsDuties } from './application/duty-register';
import { Passwords } from './application/secrets';
import { ResolveSession, SignIn, SignInLimit, SignOut } from './application/sessions';
import { OrganizationTree } from './persistence/organization-rows';
import { Organization } from './persistence/entities/organization';
import { PasswordLink, Session, SignInLimitRow, UserAccount } from './persistence/entities/user-account';

const ENTITIES = [Organization, PasswordLink, Session, SignInLimitRow, UserAccount];

const USE_CASES = [
  ChangeOrganization,
  ChangeOwnPassword,
  ChangeUser,
  CreateFirstAdmin,
  CreateOrganization,
  CreateUser,
  EnsureOrganization,
  EnsureUser,
  FindOrganization,
  FindUser,
  HasAccounts,
  ListOrganizations,
  ListUsers,
  OrganizationTree,
  PasswordLinks,
  PeopleWithRole,
  ResolveSession,
  SetPassword,
  SignIn,
  SignOut,
];

/** Organisations, the people who work for them, and their sessions. Needs the PlatformModule. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  providers: [...USE_CASES, OrganizationChecks, Passwords, SignInLimit, registry(DutyRegister, KeepsDuties)],
  exports: [...USE_CASES, SignInLimit],
})
export class OrganizationsModule {}
