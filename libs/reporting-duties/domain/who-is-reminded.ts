import type { DutyKind, WayBack } from '@thongvon/api-contract';
import {
  addDays,
  addTo,
  dayOfWeek,
  daysBetween,
  DEFAULT_CALENDAR,
  DEFAULT_LADDERS,
  type Dong,
  type Escalated,
  type EscalationLadders,
  type Ladder,
  type PlainDate,
  type Rung,
} from '@thongvon/kernel';
import type { DueTask } from '@thongvon/tasks';

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
  laddersOf: LaddersOf = () => DEFAULT_LADDERS,
): Map<Person, DueItem[]> {
  const reminded = new Map<Person, DueItem[]>();
  for (const item of items) {
    const days = daysBetween(item.due, today);
    const rung = rungOn(laddersOf(item.organizationId)[item.debt], days, today);
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
 * Of a return those whom the rung names. Of a task who answers for its office, and on upper rungs also those whom it names of that office
 * and of who gave it. Of a blocker always those who must act, and on upper rungs those whom it names of their office
 * and of who holds the project: escalation informs more people, it never takes the turn away. Where nobody can act, the holder's do.
 */
function peopleFor(item: OwedItem, role: Rung['to'], offices: Offices): Person[] {
  const { organizationId } = item;
  if (item.debt === 'return') return peopleOf(organizationId, role, offices);
  const other = item.debt === 'task' ? item.giverId : item.ownerId;
  const acting = item.debt === 'task' ? whoAnswers(item, offices) : whoActs(item, offices);
  if (role === 'reporter') return acting;
  return [...acting, ...[organizationId, other].flatMap((office) => peopleOf(office, role, offices))];
}

function whoActs({ organizationId, ownerId }: OwedAction, offices: Offices): Person[] {
  const own = peopleOf(organizationId, 'reporter', offices);
  return own.length > 0 ? own : peopleOf(ownerId, 'reporter', offices);
}

/** Reporters, where an office has none whoever else works there (ADR 0238), and where nobody does, who gives for the other office. */
function whoAnswers({ organizationId, giverId }: OwedTask, { people }: Offices): Person[] {
  const of = (office: string, roles: readonly string[]): Person[] =>
    people.filter((person) => person.organizationId === office && roles.includes(person.role));
  const tried = [of(organizationId, ['reporter']), of(organizationId, GIVING), of(giverId, GIVING)];
  return tried.find(({ length }) => length > 0) ?? [];
}

/** Who gives tasks for an office, and answers for one that has no reporters. */
const GIVING = ['finance-officer', 'finance-head', 'leader'];

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

/** The ladders in force for an office: those of the topmost one above it. */
export type LaddersOf = (organizationId: string) => EscalationLadders;

/** By the office above each, and by what top offices have set. */
export function laddersBy(
  parents: ReadonlyMap<string, string | null>,
  set: ReadonlyMap<string, EscalationLadders>,
): LaddersOf {
  if (set.size === 0) return () => DEFAULT_LADDERS;
  return (organizationId) => {
    let top = organizationId;
    const seen = new Set<string>();
    for (let above = parents.get(top); above != null && !seen.has(above); above = parents.get(above)) {
      seen.add(above);
      top = above;
    }
    return set.get(top) ?? DEFAULT_LADDERS;
  };
}

/** The last day of the week on which people work. */
export const LAST_WORKING_DAY = 5;
const MONDAY = 1;

/** How many days a day's reminders stand for: on the weekend nobody is written to, and Monday makes up for it. */
function daysOf(today: PlainDate): number {
  const day = dayOfWeek(today);
  return day > LAST_WORKING_DAY ? 0 : day === MONDAY ? 3 : 1;
}

/** The rung of which people are reminded on a day, so many days after it fell due; undefined: nobody is today. */
export function rungOn(ladder: Ladder, days: number, today: PlainDate): Rung | undefined {
  return ladder.findLast((rung) => rung.days <= days && rung.days > days - daysOf(today));
}

/** Which rung that is, counted from 1 and from the earliest; null: none of today's ladder. */
export function rungNumber(ladder: Ladder, days: number, today: PlainDate): number | null {
  const rung = rungOn(ladder, days, today);
  return rung ? ladder.indexOf(rung) + 1 : null;
}

/** Days before and after the due date within which anybody is reminded by one of these ladders, or by that which holds without any. */
export function span(
  debt: Escalated,
  ladders: Iterable<EscalationLadders> = [],
): { readonly first: number; readonly last: number } {
  const days = [DEFAULT_LADDERS, ...ladders].flatMap((one) => one[debt].map((rung) => rung.days));
  return { first: Math.min(...days), last: Math.max(...days) + MADE_UP };
}

/** So many days after its own a rung may still be made up for. */
const MADE_UP = 2;

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

/** A task that its office has not reported on, at or near its date. */
export interface OwedTask extends Owed, DueTask {
  readonly debt: 'task';
}

/** Something that is owed. */
export type OwedItem = OwedReturn | OwedAction | OwedTask;

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
