import { DEFAULT_CALENDAR, dayOfWeek, daysBetween, type PlainDate } from '@thongvon/kernel';
import type { OwedItem, Person } from './debts';
import { rungOf } from './ladder';

/** What is owed, with how many days ago it fell due. */
export type DueItem = OwedItem & { readonly days: number };

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
    // On that day the weekly letter tells leaders of it: one message a day.
    if (!rung || (rung.to === 'leader' && dayOfWeek(today) === DEFAULT_CALENDAR.freeze.day)) continue;
    for (const person of peopleOf(item.organizationId, rung.to, offices))
      reminded.set(person, [...(reminded.get(person) ?? []), { ...item, days }]);
  }
  return reminded;
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
