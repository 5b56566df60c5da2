import type { Dong, PlainDate } from '@thongvon/kernel';
import type { ChangeOfDay, ChangeOverDays, DayTotal } from '@thongvon/returns';

/** Whether a total would fall, or projects in it would vanish or fall: what an approver is shown as a consequence. */
export const isLoss = ({
  lowers,
  vanishes,
  falls,
}: Pick<ChangeOverDays, 'lowers' | 'vanishes' | 'falls'>): boolean =>
  lowers || vanishes.length > 0 || falls.length > 0;

/**
 * A total before and after its change on the day that is shown, and on each day where it changes on several. `totalOn` asks the
 * ledger what it is before; whole đồng, given out as text.
 */
export async function totalOfDays(
  { shown, days }: Pick<ChangeOverDays, 'shown' | 'days'>,
  totalOn: (on: PlainDate) => Promise<Dong>,
): Promise<DayTotal & { readonly days?: readonly DayTotal[] }> {
  const changed = async ({ on, difference }: ChangeOfDay): Promise<DayTotal> => {
    const before = await totalOn(on);
    return { on, before: before.toString(), after: (before + difference).toString() };
  };
  const main = await changed(shown);
  const each: DayTotal[] = [];
  for (const day of days) each.push(day === shown ? main : await changed(day));
  return each.length > 1 ? { ...main, days: each } : main;
}
