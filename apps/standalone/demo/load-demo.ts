import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { EnsureOrganization, EnsureUser, OrganizationTree, type Actor } from '@thongvon/organizations';
import { Audit, DEMO_LOADED, isDemo, type Environment, type SystemClock } from '@thongvon/platform';
import { ApproveReturn, ReadReturn, ReceiveReturn, RecomputeReturn, SubmitReturn } from '@thongvon/returns';
import {
  DEMO_ACCOUNTS,
  DEMO_OFFICER,
  DEMO_ORGANIZATIONS,
  DEMO_RETURNS,
  demoApprover,
  type DemoOrganization,
  type DemoReturn,
} from './demo-plan';
import { DemoModule } from './demo.module';
import { demoPassword } from './demo-password';
import { loadContracts } from './load-contracts';

const WORKBOOKS = path.join('demo', 'returns');

export interface LoadedDemo {
  readonly password: string;
  readonly emails: readonly string[];
}

/**
 * Loads the demo through the ordinary use cases, each return with the times it would have had. Safe to kill and to
 * repeat: every step is one, and once all are done a start only looks. `root` is the folder that holds demo/.
 */
export async function loadDemo(
  environment: Environment,
  clock: SystemClock,
  root: string,
): Promise<LoadedDemo> {
  const password = await demoPassword(environment.DATA_DIR, environment.DEMO_PASSWORD);
  const app = await NestFactory.createApplicationContext(DemoModule.with(environment, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const actors = await ensureAccounts(app, password);
    if (environment.DEMO_DATA === 'demo' && !(await isDemo(app.get(DataSource)))) {
      for (const demo of DEMO_RETURNS)
        await loadReturn(app, clock, actors, demo, path.join(root, WORKBOOKS, demo.file));
      await loadContracts(app, clock, actorOf(actors, DEMO_OFFICER));
      const { action, subject } = DEMO_LOADED;
      await app.get(Audit).record(app.get(DataSource).manager, null, action, subject);
    }
    return { password, emails: DEMO_ACCOUNTS.map(({ email }) => email) };
  } finally {
    await app.close();
  }
}

async function ensureAccounts(app: INestApplicationContext, password: string): Promise<Map<string, Actor>> {
  const organizations = app.get(EnsureOrganization);
  const district = await organizations.run({ ...DEMO_ORGANIZATIONS.district, parentId: null });
  const ids: Record<DemoOrganization, string> = {
    district: district.id,
    board: (await organizations.run({ ...DEMO_ORGANIZATIONS.board, parentId: district.id })).id,
    commune: (await organizations.run({ ...DEMO_ORGANIZATIONS.commune, parentId: district.id })).id,
  };
  const actors = new Map<string, Actor>();
  for (const { organization, ...account } of DEMO_ACCOUNTS) {
    const organizationId = ids[organization];
    const { user } = await app.get(EnsureUser).run({ ...account, organizationId, password });
    const scope = await app.get(OrganizationTree).idsBelow(organizationId);
    actors.set(account.email, { userId: user.id, role: user.role, organizationId, scope });
  }
  return actors;
}

function actorOf(actors: ReadonlyMap<string, Actor>, account: string): Actor {
  const actor = actors.get(account);
  if (!actor) throw new Error(`no demo account ${account}`);
  return actor;
}

async function loadReturn(
  app: INestApplicationContext,
  clock: SystemClock,
  actors: ReadonlyMap<string, Actor>,
  { sender, receivedAt, approvedAt }: DemoReturn,
  file: string,
): Promise<void> {
  const from = actorOf(actors, sender);
  const approver = actorOf(actors, demoApprover(sender));
  const bytes = await readFile(file);
  const id = await clock.at(receivedAt, async () => {
    const receipt = await app
      .get(ReceiveReturn)
      .receive(from, { bytes, fileName: path.basename(file), kind: null, coverage: null });
    await app.get(ReadReturn).read(receipt.id);
    await app.get(SubmitReturn).submit(from, receipt.id);
    return receipt.id;
  });
  await clock.at(approvedAt, async () => {
    await app.get(ApproveReturn).approve(approver, id);
    await app.get(RecomputeReturn).recompute(id);
  });
}
