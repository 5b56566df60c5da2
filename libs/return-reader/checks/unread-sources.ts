import type { ColumnQuestion } from '../columns/assignment';
import type { Features } from '../columns/features';
import { relationOf } from '../columns/source-parts';
import { mayCount } from '../columns/witness';
import { namesComponent } from '../rows/labels';
import { IGNORED, type AmountMeaning, type Meaning } from '../model/meaning';
import type { TypedTable } from '../table/typed-table';
import { opensLikeSource, sourceOf, sourceWithin } from '../vocabulary/sources';

/**
 * "Kế hoạch vốn | Nguồn đấu giá | Vốn huyện": columns right behind an amount that read like its sources, of which the
 * captions don't tell enough. A split is never dropped in silence: a person says whether it is one.
 */
export function unreadSources(table: TypedTable): ColumnQuestion[] {
  const { assignment, meanings } = table;
  const questions: ColumnQuestion[] = [];
  for (const [column, meaning] of meanings) {
    if (!('planType' in meaning) || meaning.source) continue;
    if (meaning.field !== 'planned' && meaning.field !== 'disbursed') continue;
    if (assignment.questions.some(({ field }) => field === meaning.field)) continue;
    const at = assignment.features.findIndex((f) => f.column === column);
    const whole = assignment.features[at];
    const beside: Features[] = [];
    for (const f of assignment.features.slice(at + 1)) {
      if (!whole || !isUnread(f, whole, table)) break;
      beside.push(f);
    }
    const named = beside.filter(readsLikeSource);
    if (named.length === 0) continue;
    // "đấu giá" next to "NS xã" is one too where they make the whole together.
    const all = beside.map((f) => f.column);
    const parts = relationOf(table.figures, column, all).relation === 'sum' ? beside : named;
    questions.push({
      field: meaning.field,
      columns: [column, ...parts.map((f) => f.column)],
      why: 'sources',
      alternatives: alternativesOf([column, meaning], parts),
    });
  }
  return questions;
}

function isUnread(f: Features, whole: Features, { assignment, meanings, figures }: TypedTable): boolean {
  const leaf = f.path.at(-1);
  const beside =
    f.path.length === whole.path.length && f.path.slice(0, -1).every((c, i) => whole.path[i] === c);
  if (!leaf || !beside || meanings.get(f.column)?.field !== 'ignored') return false;
  if (f.measure !== undefined && f.measure !== whole.measure) return false;
  if (f.time !== undefined || f.planType || f.otherYear || f.midTerm || f.version || f.total) return false;
  if (f.dates.length > 0 || f.monthEnd || assignment.answered.has(f.column)) return false;
  if (namesComponent(leaf.text)) return false;
  return [...figures.column(f.column).values()].some(mayCount);
}

function readsLikeSource({ path }: Features): boolean {
  const text = path.at(-1)?.text ?? '';
  return opensLikeSource(text) || sourceWithin(text) !== undefined;
}

function alternativesOf(
  [column, meaning]: readonly [number, AmountMeaning],
  parts: readonly Features[],
): NonNullable<ColumnQuestion['alternatives']> {
  const sources = parts.map((f): readonly [number, Meaning] => {
    const text = f.path.at(-1)?.text ?? '';
    return [f.column, { ...meaning, source: sourceWithin(text) ?? sourceOf(text) }];
  });
  return [
    [[column, meaning], ...sources],
    [[column, meaning], ...parts.map((f) => [f.column, IGNORED] as const)],
  ];
}
