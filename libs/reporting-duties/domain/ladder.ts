import type { Role } from '@thongvon/api-contract';
import { ESCALATION_LADDER } from '@thongvon/land-clearance';

/** A day on which someone is reminded: so many days after what was owed fell due (negative: before), and who. */
export interface Rung {
  readonly days: number;
  /** People of the office; heads and leaders of the nearest office, itself or above, that has any. */
  readonly to: Extract<Role, 'reporter' | 'finance-head' | 'leader'>;
}

export type Debt = 'return' | 'blocker';

/**
 * Data. After the practice seen elsewhere (domain page, section 4.4): three times to the specialist, twice to the direct
 * leader, then to the head of the unit. A return falls due on the day of the cut-off, a blocker on its due date.
 */
const LADDERS: Readonly<Record<Debt, readonly Rung[]>> = {
  return: [
    { days: -1, to: 'reporter' },
    { days: 0, to: 'reporter' },
    { days: 1, to: 'reporter' },
    { days: 4, to: 'finance-head' },
    { days: 5, to: 'finance-head' },
    { days: 6, to: 'leader' },
  ],
  blocker: [
    { days: -3, to: 'reporter' },
    { days: 0, to: 'reporter' },
    // Once overdue, as pages say whose turn it is.
    ...ESCALATION_LADDER.map(({ fromDay, mail }) => ({ days: fromDay, to: mail })),
  ],
};

/** Who is reminded so many days after it fell due; undefined: nobody today. */
export function rungOf(debt: Debt, days: number): Rung | undefined {
  return LADDERS[debt].find((rung) => rung.days === days);
}

/** Which rung that is, counted from 1 and from the earliest; null: none of today's ladder. */
export function rungNumber(debt: Debt, days: number): number | null {
  const index = LADDERS[debt].findIndex((rung) => rung.days === days);
  return index < 0 ? null : index + 1;
}

/** Days before and after the due date within which anybody is reminded. */
export function span(debt: Debt): { readonly first: number; readonly last: number } {
  const days = LADDERS[debt].map((rung) => rung.days);
  return { first: Math.min(...days), last: Math.max(...days) };
}
