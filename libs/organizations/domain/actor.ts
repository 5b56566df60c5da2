import type { Role } from '@thongvon/api-contract';

export { ROLES, type Role } from '@thongvon/api-contract';

/** Who is acting, as every use case receives it. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly organizationId: string;
  /** Ids of the organisations whose data the person may see: the own one and all below it. */
  readonly scope: readonly string[];
  /** Whether that organisation has none above it: what is one for the whole installation is up to its people. */
  readonly atTop?: boolean;
}
