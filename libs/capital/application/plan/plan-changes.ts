import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Dong, groupBy, type PlainDate, type PlanType, type PlanYear, sumDong } from '@thongvon/kernel';
import {
  type ChangeOverDays,
  lossesOf,
  overDays,
  type PlanTotalChange,
  type ProjectShift,
  type ReturnFacts,
} from '@thongvon/returns';
import { type ChangedPlan, changedPlans, planTotal, type WantedEntry } from '../../persistence/plan/plan-sql';
import { isLoss, totalOfDays } from '../total-of-days';
import type { MatchedLines } from './matched-lines';

/** A change of the ledger that somebody wants to approve. */
interface WantedChange {
  /** Whose plan the totals count. */
  readonly scope: readonly string[];
  /** The decision's projects in its order, by their ids in `entries`. */
  readonly ids: readonly string[];
  readonly entries: readonly WantedEntry[];
  /** Returns whose effect ends with it. */
  readonly ending: readonly string[];
  /** Names of projects by the ids in `entries`, also of those that aren't registered yet. */
  readonly names: ReadonlyMap<string, { readonly code: string | null; readonly name: string }>;
  /** Ids in `entries` that stand for projects which aren't registered yet. */
  readonly unregistered: ReadonlySet<string>;
}

/** What a plan would write. Undefined while the reading doesn't say yet of which year it is. */
export function wantedChange(
  { reading: { decision, planYear }, scope }: ReturnFacts,
  matched: readonly MatchedLines[],
): WantedChange | undefined {
  if (decision === null || planYear === null) return undefined;
  const names = new Map<string, { code: string | null; name: string }>();
  const unregistered = new Set<string>();
  const ids = matched.map(({ projectId }) => projectId ?? randomUUID());
  const entries = matched.flatMap(({ lines, projectId }, index) => {
    const [{ code, name }] = lines;
    const id = ids[index] ?? '';
    names.set(id, { code, name });
    if (projectId === null) unregistered.add(id);
    return lines.map(({ planType, source, planned }): WantedEntry => ({
      project_id: id,
      plan_year: planYear,
      plan_type: planType,
      source_code: source,
      effective_on: decision.date,
      amount: planned,
    }));
  });
  return { scope, ids, entries, ending: [], names, unregistered };
}

/** What the ledger would change by it, on every day. */
export async function changesOf(
  manager: EntityManager,
  { entries, ending }: WantedChange,
): Promise<readonly ChangedPlan[]> {
  const [first] = entries;
  return first ? changedPlans(manager, { entries, ending, from: first.effective_on }) : [];
}

/** A project's whole plan on the decision's day, of all its types, before and after a change; null: nothing. */
export interface PlanOfDay {
  readonly before: Dong | null;
  readonly after: Dong | null;
}

/** Of each of the decision's projects, in its order, what a change makes of its plan of that year on the decision's day. */
export function plansOf(
  { ids, entries: [first] }: WantedChange,
  changed: readonly ChangedPlan[],
): PlanOfDay[] {
  const ofDay = groupBy(
    changed.filter(({ day, planYear }) => day === first?.effective_on && planYear === first.plan_year),
    ({ projectId }) => projectId,
  );
  const amount = (text: string | null): Dong | null => (text === null ? null : BigInt(text));
  return ids.map((id) => {
    const own = ofDay.get(id) ?? [];
    return {
      before: sumDong(own.map(({ before }) => amount(before))),
      after: sumDong(own.map(({ after }) => amount(after))),
    };
  });
}

/** The totals that would fall, or in which projects would vanish or fall. */
export async function planConsequences(
  manager: EntityManager,
  wanted: WantedChange,
  changed: readonly ChangedPlan[],
): Promise<PlanTotalChange[]> {
  return withTotals(manager, wanted, totalsOf(wanted, changed).filter(isLoss));
}

/** Every total that would change, also where it only grows. */
export async function planChanges(
  manager: EntityManager,
  wanted: WantedChange,
  changed: readonly ChangedPlan[],
): Promise<PlanTotalChange[]> {
  const named = new Set(wanted.entries.map((entry) => `${entry.plan_year} ${entry.plan_type}`));
  return withTotals(
    manager,
    wanted,
    totalsOf(wanted, changed).filter(
      ({ planYear, planType, days }) =>
        days.some(({ difference }) => difference !== 0n) || named.has(`${planYear} ${planType}`),
    ),
  );
}

/** By total how the plan changes on each day. */
function totalsOf({ names, unregistered }: WantedChange, changed: readonly ChangedPlan[]): PlanOverDays[] {
  return changesByTotal(
    changed.map(({ projectId, ...change }) => ({
      ...change,
      ...(names.get(projectId) ?? { code: null, name: projectId }),
      projectId: unregistered.has(projectId) ? null : projectId,
    })),
  );
}

/** The changes with the whole totals of the offices, before and after; whole đồng as text. */
async function withTotals(
  manager: EntityManager,
  { scope, names }: WantedChange,
  changes: readonly PlanOverDays[],
): Promise<PlanTotalChange[]> {
  const touched = [...names.keys()];
  const totals: PlanTotalChange[] = [];
  for (const { planYear, planType, lowers, vanishes, falls, ...change } of changes) {
    const total = await totalOfDays(change, (on) =>
      planTotal(manager, { scope, touched, planYear, planType, on }),
    );
    const of = { measure: 'planned', basis: null, planYear, planType } as const;
    totals.push({ ...of, ...total, lowers, totalFalls: lowers, vanishes, falls });
  }
  return totals;
}

/** A project's plan on a day, before and after; null: nothing. */
interface ProjectChange extends ProjectShift {
  readonly day: PlainDate;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** How a total changes over the days, without what else is in it. */
interface PlanOverDays extends ChangeOverDays {
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** By plan year and type the change over all days on which the plan changes. */
function changesByTotal(projects: readonly ProjectChange[]): PlanOverDays[] {
  const totals = groupBy(projects, ({ planYear, planType }) => `${planYear} ${planType}`);
  return [...totals.values()].flatMap((same) => {
    const [first] = same;
    const days = [...groupBy(same, ({ day }) => day)].map(([on, ofDay]) => ({ on, ...lossesOf(ofDay) }));
    const change = overDays(days);
    return first && change ? [{ planYear: first.planYear, planType: first.planType, ...change }] : [];
  });
}
