import type { Actor } from './actor';

/**
 * Which organisations someone may see in the register: an administrator keeps the whole of it and sees all
 * (undefined); everybody else their scope.
 */
export function visibleOrganizations(actor: Actor): readonly string[] | undefined {
  return actor.role === 'administrator' ? undefined : actor.scope;
}

/** Whether the actor may see this organisation in the register. */
export function seesOrganization(actor: Actor, organizationId: string): boolean {
  return visibleOrganizations(actor)?.includes(organizationId) ?? true;
}
