export { ChangeOrganization, CreateOrganization, EnsureOrganization } from './application/keep-organizations';
export {
  type OwnPasswordChange,
  ChangeOwnPassword,
  PasswordLinks,
  SetPassword,
} from './application/change-password';
export {
  ChangeUser,
  type FirstAdmin,
  CreateFirstAdmin,
  CreateUser,
  EnsureUser,
} from './application/user-accounts';
export { type DutyKeeper, DutyRegister } from './application/duty-register';
export { FindOrganization, ListOrganizations } from './application/find-organizations';
export { FindUser, HasAccounts, ListUsers, PeopleWithRole } from './application/find-users';
export {
  type SignedIn,
  ResolveSession,
  SESSION_LASTS,
  type OpenedSession,
  SignIn,
  SignOut,
} from './application/sessions';
export { SignInLimit } from './application/sign-in-limit';
export * from './domain/actor';
export { seesOrganization, visibleOrganizations } from './domain/visibility';
export { organizationsSeen, setReports } from './persistence/organization-rows';
export * from './persistence/organization-tree';
export { type PersonWithRole } from './persistence/user-rows';
export * from './organizations.module';
