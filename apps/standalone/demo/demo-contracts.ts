import type { INestApplicationContext } from '@nestjs/common';
import { type Dong, instantAt, type PlainDate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { ContractAdvances, Guarantees } from '@thongvon/works-contracts';

/** Enters the demo's advances and guarantees as the board's officer would have; what is there already is left alone. */
export async function loadContracts(
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
