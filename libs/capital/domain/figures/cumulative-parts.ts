import { type Dong, UNSPECIFIED_SOURCE } from '@thongvon/kernel';

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

/**
 * The amount of a cut; null where nothing says it. Where all that is said is split by source, a source that isn't named has nothing:
 * its money isn't part of the whole any more.
 */
export function amountOf(parts: readonly CumulativePart[], { measure, source }: Cut): Dong | null {
  const said = saidBy(parts, measure, (one) => source === null || one === source);
  if (said !== null || source === null) return said;
  return mostOf(parts, { measure, source }) === 0n ? 0n : null;
}

/** The most that a cut can be, null where nothing says it: of a source that isn't named beside others, all that isn't split by source. */
export function mostOf(parts: readonly CumulativePart[], { measure, source }: Cut): Dong | null {
  const said = saidBy(parts, measure, (one) => source === null || one === source);
  if (said !== null || source === null) return said;
  return saidBy(parts, measure, (one) => one !== UNSPECIFIED_SOURCE) === null
    ? null
    : (saidBy(parts, measure, (one) => one === UNSPECIFIED_SOURCE) ?? 0n);
}

/** The sum over some sources; null where none of them is said. Of a large return it is asked a million times: no lists are made for it. */
function saidBy(
  parts: readonly CumulativePart[],
  measure: Cut['measure'],
  isMeant: (source: string) => boolean,
): Dong | null {
  let sum: Dong | null = null;
  for (const part of parts) {
    const amount = part[measure];
    if (amount !== null && isMeant(part.source)) sum = sum === null ? amount : sum + amount;
  }
  return sum;
}

/** What is said of a project's plan type up to two days, the earlier one first. */
interface Days {
  readonly before: readonly CumulativePart[];
  readonly after: readonly CumulativePart[];
}

/** Whether the two days say enough of a cut to tell whether it falls. */
export const areComparable = ({ before, after }: Days, cut: Cut): boolean =>
  amountOf(before, cut) !== null && mostOf(after, cut) !== null;

/** Which cumulatives fall from one day to a later one. */
export function fallsBetween(
  before: readonly CumulativePart[],
  after: readonly CumulativePart[],
): CumulativeFall[] {
  return fallsAmong(sourcesOf(before), () => ({ before, after })).map(({ cut, ...amounts }) => ({
    ...cut,
    ...amounts,
  }));
}

/** The sources that parts name, once each. */
export function sourcesOf(parts: readonly CumulativePart[]): ReadonlySet<string> {
  const sources = new Set<string>();
  for (const { source } of parts) if (source !== UNSPECIFIED_SOURCE) sources.add(source);
  return sources;
}

/**
 * Which cumulatives fall, each between the two days that are `comparedOn` for it: each is one that only money coming back, or a
 * correction, may lower (contract, section 3). Each fall is given once: completed work that falls no more than what is disbursed, or a
 * source no more than the whole, is the same fall. An advance falls as completed work takes it up; only where what is disbursed isn't
 * said, and completed work grows by less, is it one. A source that is no longer named beside others falls to what isn't split.
 */
export function fallsAmong<D extends Days>(
  sources: Iterable<string>,
  comparedOn: (cut: Cut) => D | undefined,
): { readonly cut: Cut; readonly before: Dong; readonly after: Dong; readonly days: D }[] {
  const found: { cut: Cut; before: Dong; after: Dong; days: D }[] = [];
  /** How far it falls, where that is more than what `within` falls; else it is no fall of its own. */
  const look = (cut: Cut, ...within: readonly Dong[]): Dong => {
    const days = comparedOn(cut);
    const [before, after] = days ? [amountOf(days.before, cut), mostOf(days.after, cut)] : [];
    if (days === undefined || before == null || after == null || after >= before) return 0n;
    if (within.every((fall) => before - after > fall)) found.push({ cut, before, after, days });
    return before - after;
  };
  const ofAdvance = (source: string | null, ...within: readonly Dong[]): void => {
    const cut = { measure: 'advance', source } as const;
    const days = comparedOn(cut);
    if (days === undefined || areComparable(days, { measure: 'disbursed', source })) return;
    const completed = { measure: 'completed', source } as const;
    const [was, is] = [amountOf(days.before, completed), amountOf(days.after, completed)];
    look(cut, ...within, was === null || is === null || is < was ? 0n : is - was);
  };
  const whole = look({ measure: 'disbursed', source: null }, 0n);
  const completed = look({ measure: 'completed', source: null }, whole);
  ofAdvance(null);
  for (const source of sources) {
    const own = look({ measure: 'disbursed', source }, whole);
    look({ measure: 'completed', source }, own, whole, completed);
  }
  return found;
}
