export { EscalationSettings, type LaddersInForce } from './application/escalation';
export {
  ChangeOrganization,
  CreateOrganization,
  EnsureOrganization,
  FindOrganization,
  ListOrganizations,
  type DutyKeeper,
  FollowsOffices,
  KeepsDuties,
  type OfficeFollower,
} from './application/keep-organizations';
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
  FindUser,
  HasAccounts,
  ListUsers,
  PeopleWithRole,
} from './application/user-accounts';
export {
  type SignedIn,
  ResolveSession,
  SESSION_LASTS,
  type OpenedSession,
  SignIn,
  SignOut,
  SignInLimit,
} from './application/sessions';
export { type Actor, ROLES, type Role, seesOrganization, visibleOrganizations } from './domain/actor';
export type {
  Account,
  NewAccount,
  NewOrganization,
  OrganizationFilter,
  RegisteredOrganization,
} from './domain/register';
export { organizationsSeen, setReports, OrganizationTree } from './persistence/organization-rows';
export { type PersonWithRole } from './persistence/user-rows';
export * from './organizations.module';
