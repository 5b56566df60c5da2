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

/**
 * Which organisations someone may see in the register: an administrator of an office with none above it keeps the whole
 * register and sees all (undefined); everybody else their scope. Roles count within their office's subtree only.
 */
export function visibleOrganizations(actor: Actor): readonly string[] | undefined {
  return actor.role === 'administrator' && actor.atTop === true ? undefined : actor.scope;
}

/** Whether the actor may see this organisation in the register. */
export function seesOrganization(actor: Actor, organizationId: string): boolean {
  return visibleOrganizations(actor)?.includes(organizationId) ?? true;
}

/** Whether the actor, as administrator, may change this organisation: one's own office is up to those above it. */
export function keepsOrganization(actor: Actor, organizationId: string): boolean {
  const visible = visibleOrganizations(actor);
  return (
    visible === undefined || (organizationId !== actor.organizationId && visible.includes(organizationId))
  );
}

/** Whether the actor may set this organisation above, or after, another. Nothing above: only who sees all. */
export function mayRefer(actor: Actor, field: 'parentId' | 'successorId', id: string | null): boolean {
  if (id === null) return field === 'successorId' || visibleOrganizations(actor) === undefined;
  return seesOrganization(actor, id);
}
