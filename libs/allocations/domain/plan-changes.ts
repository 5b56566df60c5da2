import { groupBy, type Dong, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import type { AffectedProject, TotalChange } from '@thongvon/returns';

/** A project's plan on a day, before and after; null: nothing. */
export interface ProjectChange extends Omit<AffectedProject, 'before'> {
  readonly day: PlainDate;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly before: string | null;
}

/** A total that changes, without what else is in it. */
export type PlanChangeOfDay = Omit<TotalChange, 'before' | 'after'> & { readonly difference: Dong };

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
  const fallen = projects
    .flatMap(({ projectId, code, name, before, after }) =>
      before !== null && value(after) < value(before) ? [{ projectId, code, name, before, after }] : [],
    )
    .toSorted((a, b) => order(a, b));
  return {
    measure: 'planned',
    basis: null,
    planYear: first.planYear,
    planType: first.planType,
    on: first.day,
    lowers: false,
    vanishes: fallen.filter(({ after }) => after === null),
    falls: fallen.filter(({ after }) => after !== null),
    difference: projects.reduce((sum, { before, after }) => sum + value(after) - value(before), 0n),
  };
}

/** By code, those without one last, by name. */
function order(a: AffectedProject, b: AffectedProject): number {
  const key = ({ code, name }: AffectedProject): string => `${code ?? '~'} ${name}`;
  return key(a) < key(b) ? -1 : 1;
}

const value = (amount: string | null): Dong => BigInt(amount ?? 0);
