import type { Coverage, PlainDate, ReturnKind } from '@thongvon/kernel';
import { type Ask, optionsOf, type ReadingOptions, type TableMapping } from '@thongvon/return-reader';
import { type Answer, answerKey, type Habit, mergeAnswers, WEEK_ENDS } from './answer';

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
function isOfColumnOn(sheets: ReadonlySet<string>, { asks, sheet }: Answer): boolean {
  return asks === 'column' && sheet !== null && sheets.has(sheet);
}

/** A week that now ends on another day. */
function isReplaced(habit: Habit, later: readonly Habit[]): boolean {
  return habit in WEEK_ENDS && later.some((other) => other in WEEK_ENDS);
}

/** The reader's options for an office's habits. */
function habitsOf({ habits }: OfficeProfile): ReadingOptions {
  const [weekEnds] = habits.flatMap((habit) => WEEK_ENDS[habit] ?? []);
  return {
    ...(weekEnds === undefined ? {} : { weekEnds }),
    ...(habits.includes('month-means-its-last-day') ? { vagueDates: 'last-day' } : {}),
    ...(habits.includes('dates-ahead') ? { futureDates: 'accepted' } : {}),
  };
}

/** One thing that an office has answered once for all. */
export type Remembered = {
  /** Names it within the profile. */
  readonly key: string;
  /** Null: it was remembered before origins were kept. */
  readonly origin: Origin | null;
} & (
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'habit'; readonly habit: Habit }
  | { readonly type: 'table'; readonly mapping: TableMapping }
);

const habitKey = (habit: Habit): string => `habit:${habit}`;
const tableKey = ({ sheet, headerRows }: TableMapping): string => `table:${sheet}:${headerRows.join('-')}`;

/** Everything that an office has answered once for all. */
export function rememberedOf({ answers, habits, mappings, origins }: OfficeProfile): Remembered[] {
  const from = (key: string) => ({ key, origin: origins[key] ?? null });
  return [
    ...mappings.map((mapping) => ({ ...from(tableKey(mapping)), type: 'table' as const, mapping })),
    ...answers.map((answer) => ({ ...from(answerKey(answer)), type: 'answer' as const, answer })),
    ...habits.map((habit) => ({ ...from(habitKey(habit)), type: 'habit' as const, habit })),
  ];
}

/** The profile without one thing, so that it is asked about again. */
export function forget(profile: OfficeProfile, key: string): OfficeProfile {
  const { [key]: _gone, ...origins } = profile.origins;
  return {
    answers: profile.answers.filter((answer) => answerKey(answer) !== key),
    habits: profile.habits.filter((habit) => habitKey(habit) !== key),
    mappings: profile.mappings.filter((mapping) => tableKey(mapping) !== key),
    origins,
  };
}

/**
 * Where the things of a profile come from, once a return with these answers and tables has been handed in; `tables`
 * tells who described the tables, and when.
 */
export function originsOf(
  profile: OfficeProfile,
  handedIn: { readonly answers: readonly Answer[]; readonly mappings: readonly TableMapping[] },
  tables: Origin,
): OfficeProfile['origins'] {
  const { returnId, at } = tables;
  const answered = (answer: Answer): Origin => ({ returnId, ...(answer.given ?? { by: null, at }) });
  const fresh: Record<string, Origin> = {};
  for (const answer of handedIn.answers) {
    fresh[answerKey(answer)] = answered(answer);
    if (answer.habit !== undefined) fresh[habitKey(answer.habit)] = answered(answer);
  }
  for (const mapping of handedIn.mappings) fresh[tableKey(mapping)] = tables;
  const all = { ...profile.origins, ...fresh };
  return Object.fromEntries(rememberedOf(profile).flatMap(({ key }) => (all[key] ? [[key, all[key]]] : [])));
}

/**
 * What the reader is given beforehand: the office's habits, what the sender chose at the upload, the answers, and tables
 * that were described, and what is known of the projects. What was said of this return goes before the profile.
 */
export function readingOptionsOf(
  requested: {
    readonly requestedKind: ReturnKind | null;
    readonly requestedCoverage: Coverage | null;
    readonly answers: readonly Answer[];
    readonly mapping: readonly TableMapping[];
  },
  profile: OfficeProfile,
  known: ReadingOptions['known'],
  today: PlainDate,
): ReadingOptions {
  const { answers, mapping, requestedCoverage, requestedKind } = requested;
  const mapped = new Set(mapping.map(({ sheet }) => sheet));
  const remembered = profile.answers.filter((answer) => !isOfColumnOn(mapped, answer));
  const latestFirst = answers.toReversed();
  const given = optionsOf(latestFirst);
  const kept = optionsOf(remembered);
  const kind = given?.kind ?? requestedKind ?? kept?.kind;
  return {
    // The reader takes the first answer that fits.
    ...optionsOf([...latestFirst, ...remembered]),
    // What a table says of its unit today goes before what its office once answered.
    units: [...(given?.units ?? []), ...(kept?.units ?? []).map(asRemembered)],
    ...habitsOf(profile),
    tables: [...mapping, ...profile.mappings.filter(({ sheet }) => !mapped.has(sheet))],
    today,
    ...(known === undefined ? {} : { known }),
    ...(kind === undefined ? {} : { kind }),
    ...(requestedCoverage === null ? {} : { coverage: requestedCoverage }),
  };
}

/** What was once confirmed of another file's unit confirms nothing of this one's. */
function asRemembered({ confirmed: _, ...unit }: Unit): Unit {
  return { ...unit, unlessStated: true };
}

type Unit = NonNullable<ReadingOptions['units']>[number];
