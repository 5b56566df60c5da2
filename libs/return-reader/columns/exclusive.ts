import { groupBy } from '@thongvon/kernel';
import type { ColumnQuestion } from './assignment';
import { AMOUNT_FIELDS, CLEARANCE_FIELDS, formatMeaning, IGNORED, type Meaning } from './meaning';

/** Figures of a line; changes of a plan are none of these: several add up by definition. */
const EXCLUSIVE: readonly ColumnQuestion['field'][] = [...AMOUNT_FIELDS, ...CLEARANCE_FIELDS];

/**
 * No two columns of a table feed the same field of the same lines: not by their captions, not by an answer, not by a
 * mapping (walks/reading.md, R1). Those that would are not read, and a person is asked which one it is.
 */
export function withoutSharedMeanings(meanings: ReadonlyMap<number, Meaning>): {
  meanings: Map<number, Meaning>;
  questions: ColumnQuestion[];
} {
  const kept = new Map(meanings);
  const questions: ColumnQuestion[] = [];
  for (const same of groupBy([...meanings], ([, meaning]) => formatMeaning(meaning)).values()) {
    const [[, meaning] = [0, IGNORED] as const] = same;
    const field = EXCLUSIVE.find((exclusive) => exclusive === meaning.field);
    if (field === undefined || same.length < 2) continue;
    const columns = same.map(([column]) => column).sort((a, b) => a - b);
    for (const column of columns) kept.set(column, IGNORED);
    questions.push({ field, columns, meaning, why: 'competing' });
  }
  return { meanings: kept, questions };
}
