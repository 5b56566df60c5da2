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
export { FindOrganization, ListOrganizations, OrganizationTree } from './application/find-organizations';
export { FindUser, ListUsers, type PersonWithRole, PeopleWithRole } from './application/find-users';
export * from './application/reporting-duties';
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
export * from './organizations.module';
