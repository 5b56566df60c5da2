import type { Ask, ReadingOptions } from '@thongvon/reading';
import { mergeAnswers, type Answer, type Habit } from './answer';

/** What an office has answered about its tables, so that its next return needs no question. */
export interface OfficeProfile {
  readonly answers: readonly Answer[];
  readonly habits: readonly Habit[];
}

export const NO_PROFILE: OfficeProfile = { answers: [], habits: [] };

/** What is about the table's layout or the names in it; amounts, rows and reasons are about one return only. */
const LASTING: ReadonlySet<Ask> = new Set<Ask>(['unit', 'column-unit', 'column', 'kind', 'project']);

/** The profile once a return with these answers has been handed in. */
export function remember(profile: OfficeProfile, answers: readonly Answer[]): OfficeProfile {
  const lasting = answers.filter(({ asks }) => LASTING.has(asks));
  const habits = answers.flatMap(({ habit }) => habit ?? []);
  return {
    answers: mergeAnswers(profile.answers, lasting),
    habits: [...new Set([...profile.habits, ...habits])],
  };
}

/** The reader's options for an office's habits. */
export function habitsOf({ habits }: OfficeProfile): ReadingOptions {
  return {
    ...(habits.includes('month-means-its-last-day') ? { vagueDates: 'last-day' } : {}),
    ...(habits.includes('dates-ahead') ? { futureDates: 'accepted' } : {}),
  };
}
