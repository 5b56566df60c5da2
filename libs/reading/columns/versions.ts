import type { Features } from './features';
import type { Meaning } from './meaning';

/**
 * Where a plan shows itself before and after an adjustment, the amounts after it count; without those, a column that
 * says nothing of adjustments comes before the one from the start of the year.
 */
export function preferVersion(columns: readonly Features[]): readonly Features[] {
  return columns.filter((f) => {
    const same = columns.filter((other) => other.planType === f.planType);
    if (same.some((other) => other.version === 'after')) return f.version === 'after';
    return f.version !== 'before' || same.every((other) => other.version === 'before');
  });
}

/**
 * The changes that make the new plan out of the one before: at most one column of increases and one of decreases.
 * Undefined when they can't be told apart, so that the amount before would be taken for the new one.
 */
export function changesOf(
  before: Features,
  own: readonly Features[],
): ReadonlyMap<number, Meaning> | undefined {
  const changes = own.filter(
    (f) => f.version === 'increase' || f.version === 'decrease' || f.version === 'adjustment',
  );
  if (before.version !== 'before' || changes.length === 0) return new Map();
  const increases = changes.filter((f) => f.version === 'increase');
  const decreases = changes.filter((f) => f.version === 'decrease');
  if (increases.length > 1 || decreases.length > 1 || increases.length + decreases.length < changes.length)
    return undefined;
  if (changes.some((f) => f.source !== undefined || f.planType !== before.planType)) return undefined;
  return new Map<number, Meaning>([
    ...increases.map((f) => [f.column, { field: 'planned-increase' }] as const),
    ...decreases.map((f) => [f.column, { field: 'planned-decrease' }] as const),
  ]);
}
