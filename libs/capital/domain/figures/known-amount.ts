import { formatRate, type Dong } from '@thongvon/kernel';

/** Why an amount or rate is null (contract, section 1). */
export type Reason = 'not-reported' | 'not-applicable' | 'no-plan' | 'not-split';

/** Of disbursements of one source: how they are known to be of it, and what may be of it besides. Whole đồng. */
export interface SourceSplit {
  /** Disbursed by a return that doesn't split it, of a project whose plan has this one source. */
  readonly derived: Dong | null;
  /** Disbursed by a return that doesn't split it, as the Treasury splits the same sum. */
  readonly treasury: Dong | null;
  /** What nobody splits of projects that have capital of this source: not in `disbursed`. */
  readonly notSplit: Dong | null;
  readonly notSplitProjects: number;
  /** Asked for what isn't split itself: `notSplit` is in `disbursed`. */
  readonly isUnsplit: boolean;
}

export interface ShownSplit {
  /** `disbursed` is a part: so much is known to be of the source, and `notSplit` may be of it besides. */
  readonly partial: boolean;
  /** Where it is a part, the part with what isn't split: what the source has at most. */
  readonly atMost: string | null;
  readonly derived: string | null;
  readonly treasury: string | null;
  readonly notSplit: string | null;
  readonly notSplitProjects: number;
}

export interface Amounts {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  readonly advance: Dong | null;
  /** Where amounts of one source are asked for. */
  readonly split?: SourceSplit | null;
}

export interface ShownAmounts {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Planned less disbursed; negative when over the plan. */
  readonly remaining: string | null;
  /** Two decimals, half up. */
  readonly rate: string | null;
  /** Why `rate` is null, which is also why `disbursed` or `planned` is; null when there is a rate. */
  readonly reason: Reason | null;
  /** Null unless amounts of one source are asked for. */
  readonly split: ShownSplit | null;
}

/** Amounts as the API shows them: unknown is null with a reason, never zero; no rate of what is only partly known. */
export function showAmounts({ planned, disbursed, completed, advance, split = null }: Amounts): ShownAmounts {
  const isSplit = (split?.notSplit ?? null) === null;
  const known = planned !== null && disbursed !== null && isSplit;
  return {
    planned: text(planned),
    disbursed: text(disbursed),
    completed: text(completed),
    advance: text(advance),
    remaining: known ? (planned - disbursed).toString() : null,
    rate: known ? formatRate(disbursed, planned) : null,
    reason:
      planned === null
        ? 'no-plan'
        : !isSplit
          ? 'not-split'
          : disbursed === null
            ? 'not-reported'
            : planned === 0n
              ? 'not-applicable'
              : null,
    split: split && {
      ...partOf(disbursed, split),
      derived: text(split.derived),
      treasury: text(split.treasury),
      notSplit: text(split.notSplit),
      notSplitProjects: split.notSplitProjects,
    },
  };
}

/** Of a sum that some projects split by source and others don't. */
function partOf(
  disbursed: Dong | null,
  { notSplit, isUnsplit }: SourceSplit,
): Pick<ShownSplit, 'partial' | 'atMost'> {
  const isPart = !isUnsplit && notSplit !== null && notSplit !== 0n && disbursed !== null;
  return { partial: isPart, atMost: isPart ? (disbursed + notSplit).toString() : null };
}

const text = (value: Dong | null): string | null => value?.toString() ?? null;
