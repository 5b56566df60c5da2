/** What a person may be in the system. One role each; labels live with the screens. */
export const ROLES = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting, as every use case receives it. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly organizationId: string;
  /** Ids of the organisations whose data the person may see: the own one and all below it. */
  readonly scope: readonly string[];
}
