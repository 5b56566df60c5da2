/** Who is informed on a rung, from the first on: who must act, the head, leaders. */
export const RUNG_ROLES = ['reporter', 'finance-head', 'leader'] as const;
export type RungRole = (typeof RUNG_ROLES)[number];

/** What is owed: a return by its cut-off, work on a blocker by its due date, a report on a task by its date. */
export const ESCALATED = ['return', 'blocker', 'task'] as const;
export type Escalated = (typeof ESCALATED)[number];

/** A day on which somebody is informed: so many days after what is owed fell due (negative: before), and who. */
export interface Rung {
  readonly days: number;
  /** People of the office; heads and leaders of the nearest office, itself or above, that has any. */
  readonly to: RungRole;
}

/** In the order of their days. */
export type Ladder = readonly Rung[];
export type EscalationLadders = Readonly<Record<Escalated, Ladder>>;

/** Days within which rungs may lie, and how many a ladder may have. */
export const RUNG_DAYS = { first: -14, last: 180 } as const;
export const MOST_RUNGS = 12;

/**
 * What holds until an administrator of the top office says otherwise. After the practice seen elsewhere (domain page, section 4.4): three
 * times to the specialist, then to the direct leader, then to the head of the unit; of blockers and tasks in steps of a reporting week.
 */
export const DEFAULT_LADDERS: EscalationLadders = {
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
    { days: 1, to: 'reporter' },
    { days: 8, to: 'reporter' },
    { days: 15, to: 'finance-head' },
    { days: 22, to: 'leader' },
  ],
  task: [
    { days: -1, to: 'reporter' },
    { days: 0, to: 'reporter' },
    { days: 1, to: 'reporter' },
    { days: 8, to: 'finance-head' },
    { days: 15, to: 'leader' },
  ],
};

/** Why rungs make no ladder. */
export type LadderFault =
  'empty' | 'too-long' | 'out-of-range' | 'not-in-order' | 'goes-down' | 'skips-who-must-act';

/** The first fault; undefined: it can be climbed. */
export function ladderFault(ladder: Ladder): LadderFault | undefined {
  const [first] = ladder;
  if (first === undefined) return 'empty';
  if (ladder.length > MOST_RUNGS) return 'too-long';
  const { first: earliest, last } = RUNG_DAYS;
  if (ladder.some(({ days }) => !Number.isInteger(days) || days < earliest || days > last))
    return 'out-of-range';
  if (first.to !== 'reporter') return 'skips-who-must-act';
  const height = ({ to }: Rung): number => RUNG_ROLES.indexOf(to);
  for (const [index, rung] of ladder.entries()) {
    const before = ladder[index - 1];
    if (before === undefined) continue;
    if (rung.days <= before.days) return 'not-in-order';
    if (height(rung) < height(before)) return 'goes-down';
  }
  return undefined;
}

/** The rung that is reached so many days after it fell due, and its place from 1 among those that are overdue; null: none yet. */
export function rungReached(ladder: Ladder, daysOverdue: number): (Rung & { readonly place: number }) | null {
  const late = ladder.filter(({ days }) => days > 0);
  const index = late.findLastIndex(({ days }) => daysOverdue >= days);
  const rung = late[index];
  return rung ? { ...rung, place: index + 1 } : null;
}
