import { sumDong, type Dong, UNSPECIFIED_SOURCE } from '@thongvon/kernel';

/** What is said of one source, or of all where it isn't split; whole đồng, null: not said. */
export interface CumulativePart {
  readonly source: string;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  readonly advance: Dong | null;
}

/** A cumulative of a project's plan type: with all its sources (`source` null), or of one. */
export interface Cut {
  readonly measure: 'disbursed' | 'completed' | 'advance';
  readonly source: string | null;
}

export interface CumulativeFall extends Cut {
  readonly before: Dong;
  readonly after: Dong;
}

/** The amount of a cut; null where nothing says it. */
export function amountOf(parts: readonly CumulativePart[], { measure, source }: Cut): Dong | null {
  return sumDong(parts.flatMap((part) => (source === null || part.source === source ? [part[measure]] : [])));
}

/**
 * Which cumulatives fall from one day to a later one: each is one that only money coming back, or a correction, may lower
 * (contract, section 3). Each fall is given once: completed work that falls no more than what is disbursed, or a source no more
 * than the whole, is the same fall. An advance falls as completed work takes it up; only where what is disbursed isn't said, and
 * completed work grows by less, is it one. A source is compared where both days say it.
 */
export function fallsBetween(
  before: readonly CumulativePart[],
  after: readonly CumulativePart[],
): CumulativeFall[] {
  const found: CumulativeFall[] = [];
  /** How far it falls, where that is more than what `within` falls; else it is no fall of its own. */
  const look = (cut: Cut, ...within: readonly Dong[]): Dong => {
    const [then, now] = [amountOf(before, cut), amountOf(after, cut)];
    if (then === null || now === null || now >= then) return 0n;
    if (within.every((fall) => then - now > fall)) found.push({ ...cut, before: then, after: now });
    return then - now;
  };
  const whole = look({ measure: 'disbursed', source: null }, 0n);
  const completed = look({ measure: 'completed', source: null }, whole);
  const [then, now] = [before, after].map((parts) => amountOf(parts, { measure: 'disbursed', source: null }));
  if (then === null || now === null) {
    const [was, is] = [before, after].map((parts) => amountOf(parts, { measure: 'completed', source: null }));
    look({ measure: 'advance', source: null }, was == null || is == null || is < was ? 0n : is - was);
  }
  const said = new Set(after.map(({ source }) => source));
  for (const { source } of before) {
    if (source === UNSPECIFIED_SOURCE || !said.has(source)) continue;
    const own = look({ measure: 'disbursed', source }, whole);
    look({ measure: 'completed', source }, own, whole, completed);
  }
  return found;
}
