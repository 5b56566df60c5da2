import { Module } from '@nestjs/common';
import {
  ChangeOrganization,
  CreateOrganization,
  EnsureOrganization,
  OrganizationChecks,
} from './application/keep-organizations';
import { ChangeOwnPassword, PasswordLinks, SetPassword } from './application/change-password';
import { ChangeUser, CreateFirstAdmin, CreateUser, EnsureUser } from './application/user-accounts';
import { FindOrganization, ListOrganizations, OrganizationTree } from './application/find-organizations';
import { FindUser, ListUsers, PeopleWithRole } from './application/find-users';
import { ListDuties, ReportingDuties } from './application/reporting-duties';
import { Passwords } from './application/secrets';
import { ResolveSession, SignIn, SignOut } from './application/sessions';
import { SignInLimit } from './application/sign-in-limit';

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
  ListDuties,
  ListOrganizations,
  ListUsers,
  OrganizationTree,
  PasswordLinks,
  PeopleWithRole,
  ReportingDuties,
  ResolveSession,
  SetPassword,
  SignIn,
  SignOut,
];

/** Organisations, the people who work for them, and their sessions. Needs the PlatformModule. */
@Module({
  providers: [...USE_CASES, OrganizationChecks, Passwords, SignInLimit],
  exports: [...USE_CASES, SignInLimit],
})
export class OrganizationsModule {}
