import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CapitalModule } from '@thongvon/capital';
import { type Dong, instantAt, type PlainDate, plainDate } from '@thongvon/kernel';
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
import { ListProjects } from '@thongvon/projects';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import {
  ApproveReturn,
  ReadReturn,
  ReceiveReturn,
  RecomputeReturn,
  ReturnsModule,
  SubmitReturn,
} from '@thongvon/returns';
import { ContractAdvances, Guarantees, WorksContractsModule } from '@thongvon/works-contracts';
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
  const loading = new LoadProvince(app, clock, makeProvince());
  await loading.load(await loading.ensurePeople(password));
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

/** Enters the demo's advances and guarantees as the board's officer would have; what is there already is left alone. */
async function loadContracts(
  app: INestApplicationContext,
  clock: SystemClock,
  officer: Actor,
): Promise<void> {
  for (const contract of DEMO_CONTRACTS) {
    const { items } = await app.get(ListProjects).list(officer, { q: contract.code, limit: 1 });
    const [project] = items;
    if (!project) throw new Error(`no demo project ${contract.code}`);
    await clock.at(at(contract.paidOn), () => loadGuarantee(app, officer, project.id, contract));
    const advance = await clock.at(at(contract.paidOn), () => advanceOf(app, officer, project.id, contract));
    await clock.at(at(DEMO_FIGURES_ON), () => loadRecovery(app, officer, advance, contract));
  }
}

const at = (day: PlainDate): Date => instantAt(day, '10:00');

async function loadGuarantee(
  app: INestApplicationContext,
  officer: Actor,
  projectId: string,
  { contractor, advance, paidOn, guaranteedUntil }: DemoContract,
): Promise<void> {
  const guarantees = app.get(Guarantees);
  const { total } = await guarantees.list(officer, { asOf: paidOn, projectId, limit: 1 });
  if (total > 0) return;
  const given = { contractor, amount: advance, givenOn: paidOn, expiresOn: guaranteedUntil, document: null };
  await guarantees.add(officer, projectId, given);
}

async function advanceOf(
  app: INestApplicationContext,
  officer: Actor,
  projectId: string,
  { advance, contract, contractor, contractValue, paidOn, recoverBy }: DemoContract,
): Promise<string> {
  const advances = app.get(ContractAdvances);
  const { items } = await advances.list(officer, { asOf: paidOn, projectId, limit: 1 });
  const terms = { contractValue, amount: advance, recoverBy, document: null };
  return items[0]?.id ?? advances.add(officer, projectId, { contract, contractor, paidOn, ...terms });
}

async function loadRecovery(
  app: INestApplicationContext,
  officer: Actor,
  advance: string,
  { recovered, disbursed }: DemoContract,
): Promise<void> {
  const advances = app.get(ContractAdvances);
  if ((await advances.find(officer, advance)).recovered !== null) return;
  const said = { on: DEMO_FIGURES_ON, recovered, disbursed, reason: null, document: null };
  await advances.recordRecovery(officer, advance, said);
}

interface DemoContract {
  /** Of the project. */
  readonly code: string;
  readonly contract: string;
  readonly contractor: string;
  readonly contractValue: Dong;
  readonly advance: Dong;
  readonly paidOn: PlainDate;
  readonly recoverBy: PlainDate | null;
  /** What is recovered of it, and disbursed of the contract, by the demo's last week. */
  readonly recovered: Dong;
  readonly disbursed: Dong;
  /** The last day of its guarantee, which was given when the advance was paid. */
  readonly guaranteedUntil: PlainDate;
}

/** The day of the sums that are recovered and disbursed. */
const DEMO_FIGURES_ON = plainDate('2023-06-21');

/** Contracts of the board, invented around what its returns say of each project: one is due, one guarantee ends soon. */
const DEMO_CONTRACTS: readonly DemoContract[] = [
  {
    code: '7869945',
    contract: '04/2023/HĐ-XL',
    contractor: 'Công ty Hạ tầng Một',
    contractValue: 12_800_000_000n,
    advance: 2_500_000_000n,
    paidOn: plainDate('2023-01-16'),
    recoverBy: plainDate('2023-05-31'),
    recovered: 1_704_647_000n,
    disbursed: 7_230_486_000n,
    guaranteedUntil: plainDate('2023-12-31'),
  },
  {
    code: '7810946',
    contract: '11/2022/HĐ-XD',
    contractor: 'Công ty Cầu đường Hai',
    contractValue: 14_500_000_000n,
    advance: 2_900_000_000n,
    paidOn: plainDate('2023-02-06'),
    recoverBy: plainDate('2023-09-30'),
    recovered: 936_467_000n,
    disbursed: 10_908_521_000n,
    guaranteedUntil: plainDate('2023-07-05'),
  },
  {
    code: '7984102',
    contract: '07/2023/HĐ-XD',
    contractor: 'Công ty Cầu đường Ba',
    contractValue: 18_600_000_000n,
    advance: 500_000_000n,
    paidOn: plainDate('2023-03-10'),
    recoverBy: null,
    recovered: 158_425_000n,
    disbursed: 1_897_639_000n,
    guaranteedUntil: plainDate('2023-08-31'),
  },
];

/** What loading the demo needs. */
@Module({})
class DemoModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        PlatformModule.with(environment, clock),
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
