import type { Ask, ReadingOptions, TableMapping } from '@thongvon/return-reader';
import { HABITS, mergeAnswers, type Answer, type Habit } from './answer';

/** Where something that is remembered comes from. */
export interface Origin {
  /** Whose answer it is; null where the return doesn't tell. */
  readonly by: string | null;
  /** Business clock, ISO 8601. */
  readonly at: string;
  readonly returnId: string;
}

/** What an office has answered about its tables, so that its next return needs no question. */
export interface OfficeProfile {
  readonly answers: readonly Answer[];
  readonly habits: readonly Habit[];
  /** How its tables are laid out, where it had to say; each holds only under the captions that it was made for. */
  readonly mappings: readonly TableMapping[];
  /** Who said so when, and on which return, by the key of what is remembered. */
  readonly origins: Readonly<Record<string, Origin>>;
}

export const NO_PROFILE: OfficeProfile = { answers: [], habits: [], mappings: [], origins: {} };

/** What is about the table's layout or the names in it; amounts, rows and reasons are about one return only. */
const LASTING: ReadonlySet<Ask> = new Set<Ask>(['unit', 'column-unit', 'column', 'kind', 'project']);

/** The profile once a return with these answers has been handed in. */
export function remember(
  profile: OfficeProfile,
  answers: readonly Answer[],
  mappings: readonly TableMapping[],
): OfficeProfile {
  const mapped = new Set(mappings.map(({ sheet }) => sheet));
  const lasting = answers.filter(({ asks }) => LASTING.has(asks));
  const habits = answers.flatMap(({ habit }) => habit ?? []);
  return {
    answers: mergeAnswers(
      profile.answers.filter((answer) => !isOfColumnOn(mapped, answer)),
      lasting,
    ),
    habits: [...new Set([...profile.habits.filter((habit) => !isReplaced(habit, habits)), ...habits])],
    mappings: [...profile.mappings.filter(({ sheet }) => !mapped.has(sheet)), ...mappings],
    origins: profile.origins,
  };
}

/** Whether an answer is about a column of one of these sheets: a later mapping of the sheet takes its place. */
export function isOfColumnOn(sheets: ReadonlySet<string>, { asks, sheet }: Answer): boolean {
  return asks === 'column' && sheet !== null && sheets.has(sheet);
}

/** A week that now ends on another day. */
function isReplaced(habit: Habit, later: readonly Habit[]): boolean {
  return habit in WEEK_ENDS && later.some((other) => other in WEEK_ENDS);
}

const WEEK_ENDS: Readonly<Partial<Record<Habit, number>>> = {
  'week-ends-on-thursday': 4,
  'week-ends-on-friday': 5,
  'week-ends-on-saturday': 6,
  'week-ends-on-sunday': 7,
};

/** The habit of ending weeks on this day, counted from 1 (Monday). */
export function weekHabit(day: number): Habit | undefined {
  return HABITS.find((habit) => WEEK_ENDS[habit] === day);
}

/** The reader's options for an office's habits. */
export function habitsOf({ habits }: OfficeProfile): ReadingOptions {
  const [weekEnds] = habits.flatMap((habit) => WEEK_ENDS[habit] ?? []);
  return {
    ...(weekEnds === undefined ? {} : { weekEnds }),
    ...(habits.includes('month-means-its-last-day') ? { vagueDates: 'last-day' } : {}),
    ...(habits.includes('dates-ahead') ? { futureDates: 'accepted' } : {}),
  };
}
