import { OpenBlocker } from '@thongvon/blockers';
import { matchKey, plainDate } from '@thongvon/kernel';
import {
  type Actor,
  EnsureOrganization,
  EnsureUser,
  OrganizationTree,
  type Role,
} from '@thongvon/organizations';
import type { TestSystem } from './test-system';

/** Offices, people and projects of a test system, for tests of who must act on blockers. */
export function blockerOffices(system: () => TestSystem) {
  let made = 0;

  async function office(name: string, parentId: string | null, more: object = {}): Promise<string> {
    const { id } = await system()
      .app.get(EnsureOrganization)
      .run({ name, kind: 'commune', effectiveFrom: '2020-01-01', parentId, ...more });
    return id;
  }

  /** A new person of the office. */
  async function person(organizationId: string, role: Role = 'reporter'): Promise<Actor> {
    made += 1;
    const email = `${role}-${String(made)}@example.test`;
    const { user } = await system()
      .app.get(EnsureUser)
      .run({ email, name: email, role, organizationId, password: 'a-long-password' });
    const scope = await system().app.get(OrganizationTree).idsBelow(organizationId);
    return { userId: user.id, role, organizationId, scope };
  }

  /** Its id. */
  async function project(ownerId: string): Promise<string> {
    made += 1;
    const name = `Cầu số ${String(made)}`;
    const [added] = await system().data.query<{ id: string }[]>(
      `INSERT INTO projects.project (name, name_key, kind, owner_id, registered_by, created_at)
       VALUES ($1, $2, 'bridge', $3, $3, now()) RETURNING id`,
      [name, matchKey(name), ownerId],
    );
    return added?.id ?? '';
  }

  /** Of a project that the office of `owner` holds; its id. */
  async function blocker(
    owner: Actor,
    more: { responsibleUnit?: string; due?: string } = {},
  ): Promise<string> {
    const { due, ...fields } = more;
    return system()
      .app.get(OpenBlocker)
      .open(owner, {
        projectId: await project(owner.organizationId),
        segmentId: null,
        description: 'Chưa có mặt bằng',
        openedOn: plainDate('2023-06-01'),
        ...fields,
        ...(due === undefined ? {} : { due: plainDate(due) }),
      });
  }

  return { office, person, project, blocker };
}
