import { Module } from '@nestjs/common';
import { ChangeOrganization } from './application/change-organization';
import { ChangeOwnPassword } from './application/change-own-password';
import { ChangeUser } from './application/change-user';
import { CreateFirstAdmin } from './application/create-first-admin';
import { CreateOrganization } from './application/create-organization';
import { CreateUser } from './application/create-user';
import { EnsureOrganization } from './application/ensure-organization';
import { EnsureUser } from './application/ensure-user';
import { FindOrganization } from './application/find-organization';
import { FindUser } from './application/find-user';
import { ListDuties } from './application/list-duties';
import { ListOrganizations } from './application/list-organizations';
import { ListUsers } from './application/list-users';
import { OrganizationChecks } from './application/organization-checks';
import { OrganizationTree } from './application/organization-tree';
import { PeopleWithRole } from './application/people-with-role';
import { PasswordLinks } from './application/password-links';
import { Passwords } from './application/passwords';
import { ReportingDuties } from './application/reporting-duties';
import { ResolveSession } from './application/resolve-session';
import { SetPassword } from './application/set-password';
import { SignIn } from './application/sign-in';
import { SignInLimit } from './application/sign-in-limit';
import { SignOut } from './application/sign-out';

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
