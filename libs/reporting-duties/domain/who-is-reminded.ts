import type { DutyKind, Role, WayBack } from '@thongvon/api-contract';
import {
  addDays,
  addTo,
  dayOfWeek,
  daysBetween,
  DEFAULT_CALENDAR,
  type Dong,
  type PlainDate,
} from '@thongvon/kernel';
import { ESCALATION_LADDER } from '@thongvon/blockers';

/** What is owed, with how many days ago it fell due. */
export type DueItem = OwedItem & { readonly days: number };

/** Who may be reminded, and which office lies below which. */
export interface Offices {
  readonly people: readonly Person[];
  /** The office above each; null: none. */
  readonly parents: ReadonlyMap<string, string | null>;
}

/** Who is reminded on a day, and of what: one entry a person, whatever they owe. */
export function whoIsReminded(
  items: readonly OwedItem[],
  offices: Offices,
  today: PlainDate,
): Map<Person, DueItem[]> {
  const reminded = new Map<Person, DueItem[]>();
  for (const item of items) {
    const days = daysBetween(item.due, today);
    const rung = rungOf(item.debt, days);
    if (!rung) continue;
    // On that day the weekly letter informs leaders of it: one message a day.
    const hasLetter = dayOfWeek(today) === DEFAULT_CALENDAR.freeze.day;
    for (const person of new Set(peopleFor(item, rung.to, offices))) {
      if (hasLetter && person.role === 'leader') continue;
      addTo(reminded, person, { ...item, days });
    }
  }
  return reminded;
}

/**
 * Of a return those whom the rung names. Of a blocker always those who must act, and on upper rungs those whom it names of their office
 * and of who holds the project: escalation informs more people, it never takes the turn away. Where nobody can act, the holder's do.
 */
function peopleFor(item: OwedItem, role: Rung['to'], offices: Offices): Person[] {
  const { organizationId } = item;
  if (item.debt === 'return') return peopleOf(organizationId, role, offices);
  const own = peopleOf(organizationId, 'reporter', offices);
  const acting = own.length > 0 ? own : peopleOf(item.ownerId, 'reporter', offices);
  if (role === 'reporter') return acting;
  return [...acting, ...[organizationId, item.ownerId].flatMap((office) => peopleOf(office, role, offices))];
}

/** Reporters of the office itself; of other roles those of the nearest office, going up, that has any. */
function peopleOf(organizationId: string, role: string, { people, parents }: Offices): Person[] {
  let office: string | null = organizationId;
  const seen = new Set<string>();
  while (office !== null && !seen.has(office)) {
    seen.add(office);
    const here = office;
    const found = people.filter((person) => person.organizationId === here && person.role === role);
    if (found.length > 0 || role === 'reporter') return found;
    office = parents.get(office) ?? null;
  }
  return [];
}

/** A day on which someone is reminded: so many days after what was owed fell due (negative: before), and who. */
interface Rung {
  readonly days: number;
  /** People of the office; heads and leaders of the nearest office, itself or above, that has any. */
  readonly to: Extract<Role, 'reporter' | 'finance-head' | 'leader'>;
}

type Debt = 'return' | 'blocker';

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

interface Owed {
  /** Whose it is: who must send, or act. */
  readonly organizationId: string;
  readonly due: PlainDate;
}

/** A return that an office owes for a week and hasn't sent, or that came back. */
export interface OwedReturn extends Owed {
  readonly debt: 'return';
  readonly office: string;
  readonly kind: DutyKind;
  /** Null: none came back. */
  readonly cameBack: WayBack | null;
}

/** How a reminder names a return that it was about. */
export const returnSubject = (organizationId: string, kind: DutyKind): string => `${organizationId}/${kind}`;

/** A blocker that is open at, or near, its due date. */
export interface OwedAction extends Owed {
  readonly debt: 'blocker';
  readonly id: string;
  readonly project: string;
  /** Who holds the project. */
  readonly ownerId: string;
  /** Who must act; null: nobody is said to. */
  readonly unit: string | null;
  /** No organisation is attached, so that it is the owner's turn to say which one must act. */
  readonly isUnattached: boolean;
  readonly held: Dong | null;
}

/** Something that is owed. */
export type OwedItem = OwedReturn | OwedAction;

/** Someone who may be reminded. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly organizationId: string;
  readonly role: string;
}

/** The cut-offs for which `today` is within so many days before or after. Earliest first. */
export function cutOffsWithin(
  { first, last }: { readonly first: number; readonly last: number },
  today: PlainDate,
): PlainDate[] {
  const cutOffs: PlainDate[] = [];
  for (let day = addDays(today, -last); day <= addDays(today, -first); day = addDays(day, 1))
    if (dayOfWeek(day) === DEFAULT_CALENDAR.cutOff.day) cutOffs.push(day);
  return cutOffs;
}
