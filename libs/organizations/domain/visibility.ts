import type { Actor } from './actor';

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
