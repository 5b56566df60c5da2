import type { TableMapping } from '@thongvon/return-reader';
import { answerKey, type Answer, type Habit } from './answer';
import type { OfficeProfile, Origin } from './office-profile';

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
