import type { ListedReturnView } from '@thongvon/api-contract';

/** Projects of a return by what happens to them, over all its kinds. */
export function projectsOf({
  summary,
}: Pick<ListedReturnView, 'summary'>): Readonly<Record<'new' | 'fell' | 'missing' | 'grew', number>> {
  const count = (state: 'new' | 'fell' | 'missing' | 'grew') =>
    (summary?.sections ?? []).reduce((sum, { projects }) => sum + projects[state], 0);
  return { new: count('new'), fell: count('fell'), missing: count('missing'), grew: count('grew') };
}

/** The largest sum that a return moves. Whole đồng. */
function moved({ summary }: Pick<ListedReturnView, 'summary'>): bigint {
  return (summary?.sections ?? []).reduce((most, { change }) => {
    const value = BigInt(change ?? '0');
    const size = value < 0n ? -value : value;
    return size > most ? size : most;
  }, 0n);
}

/** How much of it is worth a look: causes; findings where it was last checked before causes were counted. */
export const looksOf = ({ summary }: Pick<ListedReturnView, 'summary'>): number =>
  summary?.causes?.check ?? summary?.findings.warning ?? 0;

/** First what needs eyes: figures that fell or are missing, then what is worth a look, then what moves the most. */
export function differencesFirst(items: readonly ListedReturnView[]): ListedReturnView[] {
  const doubts = (one: ListedReturnView) => projectsOf(one).fell + projectsOf(one).missing;
  return [...items].sort(
    (a, b) => doubts(b) - doubts(a) || looksOf(b) - looksOf(a) || (moved(b) > moved(a) ? 1 : -1),
  );
}

type Barrier = 'other' | 'older' | 'lowers' | 'registers';

/**
 * Why a return isn't approved together with others: another person has to, a newer one of its period waits too, or it is to be looked at by itself, since it lowers
 * a total and takes a reason, or registers projects under its sender. Null: it may be.
 */
export function barrierOf({
  mayApprove,
  summary,
  alsoWaiting = [],
}: Pick<ListedReturnView, 'mayApprove' | 'summary' | 'alsoWaiting'>): Barrier | null {
  if (!mayApprove) return 'other';
  if (alsoWaiting.some(({ isNewer }) => isNewer)) return 'older';
  if (summary?.lowers === true) return 'lowers';
  return (summary?.registers ?? 0) > 0 ? 'registers' : null;
}
