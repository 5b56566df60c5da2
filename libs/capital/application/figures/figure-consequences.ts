import type { EntityManager } from 'typeorm';
import { groupBy } from '@thongvon/kernel';
import { lossesOf, overDays, type ReturnFacts, type TotalChange } from '@thongvon/returns';
import type { Cut } from '../../domain/figures/cumulative-parts';
import {
  apartFromPlan,
  fallenCuts,
  figureShifts,
  figuresSaid,
  outsideOf,
  shiftsByDay,
} from '../../domain/figures/figure-changes';
import type { Basis } from '../../domain/figures/figures-query';
import { aroundKey } from '../../persistence/figures/figures-before';
import {
  cumulativeTotal,
  figuresAfter,
  figuresInForce,
  figuresWithout,
} from '../../persistence/figures/figures-sql';
import { projectsInPlan } from '../../persistence/known-amounts';
import { totalOfDays } from '../total-of-days';

/**
 * The cumulative totals of the sender that would fall on the return's day or on a later one, or in which projects would
 * vanish or fall: against what is in force, also by an earlier return of the same day that ends with it. As the overview counts:
 * projects outside the plan are apart, in none of the totals.
 */
export async function figureConsequences(
  manager: EntityManager,
  { reading, scope }: ReturnFacts,
  basis: Exclude<Basis, 'estimate'>,
  /** In the order of the reading's projects; null: not registered yet. */
  projectIds: readonly (string | null)[],
  ending: readonly string[],
  /** By `aroundKey`: projects whose fall below an earlier day its sender is asked about. */
  explained: ReadonlySet<string>,
): Promise<TotalChange[]> {
  const { asOf, planYear } = reading;
  // Without all rows nothing could be compared: its unit is still asked for.
  if (asOf === null || planYear === null || projectIds.length < reading.projects.length) return [];
  const question = { planYear, basis, on: asOf };
  const said = figuresSaid(reading, planYear, basis, projectIds);
  const known = said.flatMap(({ projectId }) => projectId ?? []);
  const standing = await figuresInForce(manager, question, known, ending);
  const without = ending.length === 0 ? [] : await figuresWithout(manager, question, ending);
  const onTheDay = new Set(standing.flatMap(({ projectId, sameDay }) => (sameDay ? [projectId] : [])));
  const next = await figuresAfter(manager, question, known, ending);
  const changes: TotalChange[] = [];
  const whole: Cut = { measure: 'disbursed', source: null };
  const shifts = figureShifts(said, standing, without);
  const plan = await projectsInPlan(manager, question, [
    ...new Set(shifts.flatMap(({ projectId }) => projectId ?? [])),
  ]);
  // A return that brings a plan as well puts its projects into it.
  const apart = apartFromPlan(shifts, plan, reading.kinds.includes('plan') ? new Set(known) : new Set());
  for (const [planType, same] of groupBy(apart, (shift) => shift.planType)) {
    const touched = same.flatMap(({ projectId }) => projectId ?? []);
    // Why a project falls its sender has said, where it fell from an earlier day's figure of this year's plan.
    const isExplained = (projectId: string | null): boolean =>
      projectId !== null &&
      basis === 'reported' &&
      planType === 'current-year' &&
      !onTheDay.has(projectId) &&
      explained.has(aroundKey(projectId, planType));
    for (const { cut, label, shifts } of [{ cut: whole, label: null, shifts: same }, ...fallenCuts(same)]) {
      const days = shiftsByDay(shifts, asOf, next);
      const change = overDays(days.map(({ on, shifts: ofDay }) => ({ on, ...lossesOf(ofDay) })));
      if (change === undefined || change.vanishes.length + change.falls.length === 0) continue;
      const { vanishes, falls } = change;
      const total = await totalOfDays(change, (on) =>
        cumulativeTotal(
          manager,
          { ...question, on },
          { ...cut, planType },
          { scope, touched, inPlan: plan !== null },
        ),
      );
      const outside = outsideOf(days.find(({ on }) => on === change.shown.on)?.shifts ?? []);
      const { measure, source } = cut;
      changes.push({
        ...{ measure, basis, planYear, planType, ...total },
        ...(source === null ? {} : { source: { code: source, label: label ?? source } }),
        lowers: change.lowers || [...vanishes, ...falls].some(({ projectId }) => !isExplained(projectId)),
        totalFalls: change.lowers,
        ...(outside === null ? {} : { outside }),
        vanishes,
        falls,
      });
    }
  }
  return changes;
}
