import type { INestApplicationContext } from '@nestjs/common';
import { ContractAdvances, Guarantees } from '@thongvon/works-contracts';
import { instantAt, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { DEMO_CONTRACTS, DEMO_FIGURES_ON, type DemoContract } from './demo-contracts';

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
