import { groupBy, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { lossesOf, overDays, type ChangeOverDays, type ProjectShift } from '@thongvon/returns';

/** A project's plan on a day, before and after; null: nothing. */
export interface ProjectChange extends ProjectShift {
  readonly day: PlainDate;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** How a total changes over the days, without what else is in it. */
export interface PlanOverDays extends ChangeOverDays {
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** By plan year and type the change over all days on which the plan changes. */
export function changesByTotal(projects: readonly ProjectChange[]): PlanOverDays[] {
  const totals = groupBy(projects, ({ planYear, planType }) => `${planYear} ${planType}`);
  return [...totals.values()].flatMap((same) => {
    const [first] = same;
    const days = [...groupBy(same, ({ day }) => day)].map(([on, ofDay]) => ({ on, ...lossesOf(ofDay) }));
    const change = overDays(days);
    return first && change ? [{ planYear: first.planYear, planType: first.planType, ...change }] : [];
  });
}
