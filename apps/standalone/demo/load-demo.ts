import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CapitalModule } from '@thongvon/capital';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import {
  type Actor,
  EnsureOrganization,
  EnsureUser,
  OrganizationsModule,
  OrganizationTree,
} from '@thongvon/organizations';
import {
  Audit,
  DEMO_LOADED,
  DEMO_SUBJECTS,
  type Environment,
  loadedDemo,
  PlatformModule,
  type SystemClock,
} from '@thongvon/platform';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import {
  ApproveReturn,
  ReadReturn,
  ReceiveReturn,
  RecomputeReturn,
  ReturnsModule,
  SubmitReturn,
} from '@thongvon/returns';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { loadContracts } from './demo-contracts';
import {
  DEMO_ACCOUNTS,
  DEMO_OFFICER,
  DEMO_ORGANIZATIONS,
  DEMO_RETURNS,
  demoApprover,
  type DemoOrganization,
  type DemoReturn,
} from './demo-plan';
import { makeProvince } from './province/make-province';
import { ensurePeople } from './province/people';

const WORKBOOKS = path.join('demo', 'returns');

export interface LoadedDemo {
  readonly password: string;
  readonly emails: readonly string[];
  /** The database holds the other demo than was asked for, and keeps it. */
  readonly isOther: boolean;
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
    const emails = DEMO_ACCOUNTS.map(({ email }) => email);
    const held = await loadedDemo(app.get(DataSource));
    if ((held ?? environment.DEMO_DATA) === 'province') {
      if (held === undefined) await loadProvince(app, clock, { password, dataFolder: environment.DATA_DIR });
      return { password, emails, isOther: environment.DEMO_DATA === 'demo' };
    }
    const actors = await ensureAccounts(app, password);
    if (environment.DEMO_DATA === 'demo' && held === undefined) {
      for (const demo of DEMO_RETURNS)
        await loadReturn(app, clock, actors, demo, path.join(root, WORKBOOKS, demo.file));
      await loadContracts(app, clock, actorOf(actors, DEMO_OFFICER));
      await app.get(Audit).record(app.get(DataSource).manager, null, DEMO_LOADED, DEMO_SUBJECTS.demo);
    }
    return { password, emails, isOther: environment.DEMO_DATA === 'province' };
  } finally {
    await app.close();
  }
}

/** The illustrative province; the table that one commune has not sent yet is left in the data folder for who tries it. */
async function loadProvince(
  app: INestApplicationContext,
  clock: SystemClock,
  { password, dataFolder }: { readonly password: string; readonly dataFolder: string },
): Promise<void> {
  // What writes workbooks is loaded when it is needed (ADR 0087).
  const { LoadProvince } = await import('./province/load-province');
  const province = makeProvince();
  const loading = new LoadProvince(app, clock, province);
  await loading.load(await ensurePeople(app, province, password));
  const folder = path.join(dataFolder, 'province-returns');
  await mkdir(folder, { recursive: true });
  const { fileName, bytes } = await loading.unsent();
  await writeFile(path.join(folder, fileName), bytes);
  await app.get(Audit).record(app.get(DataSource).manager, null, DEMO_LOADED, DEMO_SUBJECTS.province);
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
      .receive(from, { files: [{ bytes, fileName: path.basename(file) }], kind: null, coverage: null });
    await app.get(ReadReturn).read(receipt.id);
    await app.get(SubmitReturn).submit(from, receipt.id);
    return receipt.id;
  });
  await clock.at(approvedAt, async () => {
    await app.get(ApproveReturn).approve(approver, id);
    await app.get(RecomputeReturn).recompute(id);
  });
}

const FILE = 'demo-password';

/**
 * The demo accounts' password: the given one, or one that was generated at the first start and is kept in the data
 * folder for its owner alone, so that a later start can print it again.
 */
async function demoPassword(dataFolder: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const file = path.join(dataFolder, FILE);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept.trim();
  const password = randomBytes(9).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** What loading the demo needs. */
@Module({})
class DemoModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        // What a crash takes away the next start loads again: that all is loaded is written last.
        PlatformModule.with(environment, clock, 'soon-on-disk'),
        OrganizationsModule,
        ReturnsModule,
        CapitalModule,
        BlockersModule,
        LandClearanceModule,
        ReportingDutiesModule,
        WorksContractsModule,
      ],
    };
  }
}
