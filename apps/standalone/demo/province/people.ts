import type { INestApplicationContext } from '@nestjs/common';
import {
  type Actor,
  EnsureOrganization,
  EnsureUser,
  type NewAccount,
  OrganizationTree,
} from '@thongvon/organizations';
import type { Province } from './province';

const ROOT_PEOPLE: readonly Pick<NewAccount, 'email' | 'name' | 'role'>[] = [
  { email: 'finance@thongvon.test', name: 'Cán bộ Sở Tài chính', role: 'finance-officer' },
  { email: 'finance-head@thongvon.test', name: 'Lãnh đạo Sở Tài chính', role: 'finance-head' },
  { email: 'leader@thongvon.test', name: 'Lãnh đạo UBND tỉnh', role: 'leader' },
  { email: 'admin@thongvon.test', name: 'Quản trị', role: 'administrator' },
];

/** Who acts in the province: the finance office above, and one reporter of each office. */
export interface People {
  readonly root: Actor;
  readonly finance: Actor;
  readonly head: Actor;
  readonly reporters: readonly Actor[];
}

/** Accounts of the people above, and of one reporter for each office. */
export async function ensurePeople(
  app: INestApplicationContext,
  province: Province,
  password: string,
): Promise<People> {
  const organizations = app.get(EnsureOrganization);
  const { name, offices } = province;
  const root = await organizations.run({
    ...{ name: `UBND ${name}`, kind: 'peoples-committee', parentId: null, effectiveFrom: '2021-07-01' },
  });
  const ids: string[] = [];
  for (const office of offices) {
    const { kind, commune } = office;
    // Communes of after the districts ended.
    const effectiveFrom = kind === 'commune' ? '2025-07-01' : '2021-07-01';
    const wanted = { name: office.name, kind, commune, effectiveFrom, parentId: root.id, reports: true };
    ids.push((await organizations.run(wanted)).id);
  }
  const [finance, head] = await Promise.all(
    ROOT_PEOPLE.map((person) => personOf(app, { ...person, organizationId: root.id, password })),
  );
  const commune = firstCommune(province);
  const reporters = await Promise.all(
    ids.map((organizationId, nth) => {
      const email = nth === 0 ? 'board' : nth === commune ? 'commune' : `don-vi-${nth + 1}`;
      const person = { email: `${email}@thongvon.test`, name: `Cán bộ ${offices[nth]?.name ?? ''}` };
      return personOf(app, { ...person, role: 'reporter', organizationId, password });
    }),
  );
  if (!finance || !head) throw new Error('the province has no finance office');
  return { root: finance, finance, head, reporters };
}

/** The office that has the account of a commune in the demo: the first one. */
export const firstCommune = ({ offices }: Province): number =>
  offices.findIndex(({ kind }) => kind === 'commune');

async function personOf(
  app: INestApplicationContext,
  account: NewAccount & { readonly password: string },
): Promise<Actor> {
  const { user } = await app.get(EnsureUser).run(account);
  const { id: userId, role, organizationId } = user;
  return {
    userId,
    role,
    organizationId,
    scope: await app.get(OrganizationTree).idsBelow(organizationId),
  };
}
