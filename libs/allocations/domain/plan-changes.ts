import { groupBy, type Dong, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { lossesOf, type ProjectShift, type PlanTotalChange } from '@thongvon/returns';

/** A project's plan on a day, before and after; null: nothing. */
export interface ProjectChange extends ProjectShift {
  readonly day: PlainDate;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** A total that changes, without what else is in it. */
export type PlanChangeOfDay = Omit<PlanTotalChange, 'before' | 'after'> & { readonly difference: Dong };

/**
 * By plan year and type the change of the day that matters most: the last, which holds from then on; where only an earlier
 * day's total falls, that one.
 */
export function changesByTotal(projects: readonly ProjectChange[]): PlanChangeOfDay[] {
  const totals = groupBy(projects, ({ planYear, planType }) => `${planYear} ${planType}`);
  return [...totals.values()].flatMap((same) => {
    const days = [...groupBy(same, ({ day }) => day).values()].map(changeOfDay);
    const falling = days.filter(({ difference }) => difference < 0n);
    const touching = days.filter(({ vanishes, falls }) => vanishes.length + falls.length > 0);
    const shown = falling.at(-1) ?? touching.at(-1) ?? days.at(-1);
    return shown ? [{ ...shown, lowers: falling.length > 0 }] : [];
  });
}

function changeOfDay(projects: readonly ProjectChange[]): PlanChangeOfDay {
  const [first] = projects;
  if (!first) throw new Error('a day without projects');
  return {
    measure: 'planned',
    basis: null,
    planYear: first.planYear,
    planType: first.planType,
    on: first.day,
    lowers: false,
    ...lossesOf(projects),
  };
}
