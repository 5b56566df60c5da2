import type { EntityManager } from 'typeorm';
import { groupBy } from '@thongvon/kernel';
import {
  lossesOf,
  overDays,
  type ChangeOfDay,
  type DayTotal,
  type ReturnFacts,
  type TotalChange,
} from '@thongvon/returns';
import type { Basis } from '../../domain/figures/basis';
import { figureShifts, figuresSaid, shiftsByDay } from '../../domain/figures/figure-shifts';
import {
  disbursedTotal,
  figuresAfter,
  figuresInForce,
  figuresWithout,
} from '../../persistence/figures/figure-change-sql';

/**
 * The cumulative totals of the sender that would fall on the return's day or on a later one, or in which projects would
 * vanish or fall: against what is in force, also by an earlier return of the same day that ends with it.
 */
export async function figureConsequences(
  manager: EntityManager,
  { reading, scope }: ReturnFacts,
  basis: Exclude<Basis, 'estimate'>,
  /** In the order of the reading's projects; null: not registered yet. */
  projectIds: readonly (string | null)[],
  ending: readonly string[],
  /** Projects whose fall below an earlier day its sender is asked about. */
  asked: ReadonlySet<string>,
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
  for (const [planType, same] of groupBy(figureShifts(said, standing, without), (shift) => shift.planType)) {
    const change = overDays(
      shiftsByDay(same, asOf, next).map(({ on, shifts }) => ({ on, ...lossesOf(shifts) })),
    );
    if (change === undefined || change.vanishes.length + change.falls.length === 0) continue;
    const touched = same.flatMap(({ projectId }) => projectId ?? []);
    const { shown, vanishes, falls } = change;
    const totalOn = async ({ on, difference }: ChangeOfDay): Promise<DayTotal> => {
      const total = await disbursedTotal(manager, { ...question, on }, planType, { scope, touched });
      return { on, before: total.toString(), after: (total + difference).toString() };
    };
    const main = await totalOn(shown);
    const days: DayTotal[] = [];
    for (const day of change.days) days.push(day === shown ? main : await totalOn(day));
    changes.push({
      ...{ measure: 'disbursed', basis, planYear, planType, ...main },
      ...(days.length > 1 ? { days } : {}),
      // Why a project falls its sender has said, where it fell from an earlier day's figure of this year's plan.
      lowers:
        change.lowers ||
        [...vanishes, ...falls].some(
          ({ projectId }) =>
            projectId === null ||
            planType !== 'current-year' ||
            onTheDay.has(projectId) ||
            !asked.has(projectId),
        ),
      vanishes,
      falls,
    });
  }
  return changes;
}
