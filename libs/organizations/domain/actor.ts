import type { Role } from '@thongvon/contracts';

export { ROLES, type Role } from '@thongvon/contracts';

/** Who is acting, as every use case receives it. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly organizationId: string;
  /** Ids of the organisations whose data the person may see: the own one and all below it. */
  readonly scope: readonly string[];
}
