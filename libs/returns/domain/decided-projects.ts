import { matchKey } from '@thongvon/kernel';
import type { Answer } from './answer';

/**
 * What people answered to RET-PROJECT-UNKNOWN, by `matchKey` of the row's code or name (the finding's value): the id of
 * the project that is meant, or NEW_PROJECT of projects.
 */
export function decidedProjects(answers: readonly Answer[]): Map<string, string> {
  return new Map(
    answers.flatMap(({ code, value, asked }) =>
      code === 'RET-PROJECT-UNKNOWN' && value !== null && asked !== null ? [[matchKey(asked), value]] : [],
    ),
  );
}
