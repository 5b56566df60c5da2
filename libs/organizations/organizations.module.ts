import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registry } from '@thongvon/platform';
import { EscalationSettings } from './application/escalation';
import {
  ChangeOrganization,
  CreateOrganization,
  DutyRegister,
  EnsureOrganization,
  FindOrganization,
  FollowsOffices,
  KeepsDuties,
  ListOrganizations,
  OfficeFollowers,
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
import { Passwords, ResolveSession, SignIn, SignInLimit, SignOut } from './application/sessions';
import { OrganizationTree } from './persistence/organization-rows';
import { EscalationEntry } from './persistence/entities/escalation';
import {
  Organization,
  PasswordLink,
  Session,
  SignInLimitRow,
  UserAccount,
} from './persistence/entities/organization';

const ENTITIES = [EscalationEntry, Organization, PasswordLink, Session, SignInLimitRow, UserAccount];

const USE_CASES = [
  ChangeOrganization,
  ChangeOwnPassword,
  ChangeUser,
  CreateFirstAdmin,
  CreateOrganization,
  CreateUser,
  EnsureOrganization,
  EnsureUser,
  EscalationSettings,
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
  providers: [
    ...USE_CASES,
    OrganizationChecks,
    Passwords,
    SignInLimit,
    registry(DutyRegister, KeepsDuties),
    registry(OfficeFollowers, FollowsOffices),
  ],
  exports: [...USE_CASES, SignInLimit],
})
export class OrganizationsModule {}
