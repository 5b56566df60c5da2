import type { EntityManager } from 'typeorm';
import type { ChangeOfDay, DayTotal, PlanTotalChange } from '@thongvon/returns';
import { changesByTotal, type PlanOverDays } from '../../domain/plan/plan-changes';
import { changedPlans, planTotal, type WantedEntry } from '../../persistence/plan/plan-change-sql';

/** A change of the ledger that somebody wants to approve. */
export interface WantedChange {
  /** Whose plan the totals count. */
  readonly scope: readonly string[];
  readonly entries: readonly WantedEntry[];
  /** Returns whose effect ends with it. */
  readonly ending: readonly string[];
  /** Names of projects by the ids in `entries`, also of those that aren't registered yet. */
  readonly names: ReadonlyMap<string, { readonly code: string | null; readonly name: string }>;
  /** Ids in `entries` that stand for projects which aren't registered yet. */
  readonly unregistered: ReadonlySet<string>;
}

/** The totals that would fall, or in which projects would vanish or fall. */
export async function planConsequences(
  manager: EntityManager,
  wanted: WantedChange,
): Promise<PlanTotalChange[]> {
  const changes = await changesOf(manager, wanted, false);
  const losing = changes.filter(
    ({ lowers, vanishes, falls }) => lowers || vanishes.length > 0 || falls.length > 0,
  );
  return withTotals(manager, wanted.scope, losing);
}

/** Every total that would change, also where it only grows. */
export async function planChanges(manager: EntityManager, wanted: WantedChange): Promise<PlanTotalChange[]> {
  const changes = await changesOf(manager, wanted, true);
  const named = new Set(wanted.entries.map((entry) => `${entry.plan_year} ${entry.plan_type}`));
  return withTotals(
    manager,
    wanted.scope,
    changes.filter(
      ({ planYear, planType, days }) =>
        days.some(({ difference }) => difference !== 0n) || named.has(`${planYear} ${planType}`),
    ),
  );
}

async function changesOf(
  manager: EntityManager,
  { entries, ending, names, unregistered }: WantedChange,
  evenNew: boolean,
): Promise<PlanOverDays[]> {
  const [first] = entries;
  if (!first) return [];
  const from = first.effective_on;
  const changed = await changedPlans(manager, { entries, ending, from, evenNew });
  return changesByTotal(
    changed.map(({ projectId, ...change }) => ({
      ...change,
      ...(names.get(projectId) ?? { code: null, name: projectId }),
      projectId: unregistered.has(projectId) ? null : projectId,
    })),
  );
}

async function withTotals(
  manager: EntityManager,
  scope: readonly string[],
  changes: readonly PlanOverDays[],
): Promise<PlanTotalChange[]> {
  const totals: PlanTotalChange[] = [];
  for (const { planYear, planType, shown, days, lowers, vanishes, falls } of changes) {
    const totalOn = async ({ on, difference }: ChangeOfDay): Promise<DayTotal> => {
      const before = await planTotal(manager, { scope, planYear, planType, on });
      return { on, before: before.toString(), after: (before + difference).toString() };
    };
    const main = await totalOn(shown);
    const reported: DayTotal[] = [];
    for (const day of days) reported.push(day === shown ? main : await totalOn(day));
    totals.push({
      ...{ measure: 'planned', basis: null, planYear, planType, ...main, lowers, vanishes, falls },
      ...(reported.length > 1 ? { days: reported } : {}),
    });
  }
  return totals;
}
