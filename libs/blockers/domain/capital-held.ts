import { type BlockerCause, type BlockerGrouping, DUE_BUCKETS, type DueBucket } from '@thongvon/api-contract';
import {
  daysBetween,
  type Denominator,
  type Dong,
  groupBy,
  isDueSoon,
  isOverdue,
  type PlainDate,
  type PlanYear,
  type Reckoning,
  sumDong,
} from '@thongvon/kernel';
import { CAUSES } from './causes';

/** The day that is asked for, and which plan the capital held is of. */
export interface BlockersQuery {
  /** The business day: the state of blockers, days overdue and days left are of it. */
  readonly asOf: PlainDate;
  /** The figures' day: what is planned and disbursed is of it. Without it, `asOf`. */
  readonly figuresAsOf?: PlainDate;
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
}

/** An open blocker, as far as totals look at it. */
export interface HeldBlocker {
  readonly projectId: string;
  readonly due: PlainDate | null;
  /** What a person set that it holds; null: all that the project has left to spend. */
  readonly setAmount: Dong | null;
  /** Plan less disbursed of the project, not below zero; null when either isn't known. */
  readonly remaining: Dong | null;
}

/** Blockers and what they hold together. */
export interface HeldTotal {
  readonly blockers: number;
  readonly overdue: number;
  readonly projects: number;
  /** Null: not known of any project. */
  readonly capitalHeld: Dong | null;
  /** Projects of which the amount isn't known. */
  readonly projectsUnknown: number;
}

/** The days by which something is overdue, or due soon. */
export type DueDays = Pick<Reckoning, 'businessDay' | 'nextLetterOn'>;

/** What blockers hold together. A project's money is counted once, however many blockers hold it. */
export function heldTotal(blockers: readonly HeldBlocker[], days: Pick<DueDays, 'businessDay'>): HeldTotal {
  const projects = [...groupBy(blockers, ({ projectId }) => projectId).values()];
  const amounts = projects.map(heldOfProject);
  return {
    blockers: blockers.length,
    overdue: blockers.filter(({ due }) => isOverdue(due, days)).length,
    projects: projects.length,
    capitalHeld: sumDong(amounts),
    projectsUnknown: amounts.filter((amount) => amount === null).length,
  };
}

/** What those past their day hold together: a project that is in two buckets of ageing is one project here. */
export function overdueTotal(
  blockers: readonly HeldBlocker[],
  days: Pick<DueDays, 'businessDay'>,
): HeldTotal {
  const overdue = ({ due }: HeldBlocker): boolean => isOverdue(due, days);
  const amounts = amountsHeldBy(blockers, overdue);
  return {
    ...heldTotal(blockers.filter(overdue), days),
    capitalHeld: sumDong(amounts),
    projectsUnknown: amounts.filter((amount) => amount === null).length,
  };
}

/**
 * What those blockers hold that count, of each project that has any; null where it isn't known what all blockers of the project
 * hold, so that it is a part of the capital held.
 */
function amountsHeldBy(
  blockers: readonly HeldBlocker[],
  counts: (blocker: HeldBlocker) => boolean,
): (Dong | null)[] {
  return [...groupBy(blockers, ({ projectId }) => projectId).values()].flatMap((ofProject) => {
    const counted = ofProject.filter(counts);
    if (counted.length === 0) return [];
    return [heldOfProject(ofProject) === null ? null : heldOfProject(counted)];
  });
}

/**
 * One blocker that holds all holds all. Amounts that people set for parts add up, to no more than the project has left.
 * With neither known, the amount isn't.
 */
function heldOfProject(blockers: readonly HeldBlocker[]): Dong | null {
  const remaining = blockers.find((blocker) => blocker.remaining !== null)?.remaining ?? null;
  const set = sumDong(blockers.map(({ setAmount }) => setAmount));
  const whole = blockers.some(({ setAmount }) => setAmount === null);
  if (remaining === null) return whole ? null : set;
  return whole || set === null || set > remaining ? remaining : set;
}

/** How far a due date is away from the day, as the ageing table parts it. */
export function dueBucket(due: PlainDate | null, reckoned: DueDays): DueBucket {
  if (due === null) return 'no-due';
  const days = daysBetween(reckoned.businessDay, due);
  if (isOverdue(due, reckoned)) return days < -14 ? 'overdue-over-14' : 'overdue-to-14';
  if (isDueSoon(due, reckoned)) return 'due-in-7';
  return days <= 30 ? 'due-in-30' : 'due-later';
}

/** What those hold together whose due date is so far away. */
export interface AgeingTotal extends HeldTotal {
  readonly bucket: DueBucket;
}

/** Totals by bucket, those without a blocker left out. */
export function ageingOf(blockers: readonly HeldBlocker[], days: DueDays): AgeingTotal[] {
  const buckets = groupBy(blockers, ({ due }) => dueBucket(due, days));
  return DUE_BUCKETS.flatMap((bucket) => {
    const of = buckets.get(bucket);
    return of ? [{ bucket, ...heldTotal(of, days) }] : [];
  });
}

/** What is still to be disbursed, in parts that add up: held by how pressing it is, and not held. */
export interface HeldParts {
  readonly overdue: Dong;
  readonly dueSoon: Dong;
  /** Due later, or without a date. */
  readonly later: Dong;
  /** Null where it isn't known what is still to be disbursed. */
  readonly notHeld: Dong | null;
}

/**
 * The capital held, each project's money once: at the most pressing blocker that holds it, whatever less pressing ones hold
 * besides. `remaining` is still to be disbursed of all projects.
 */
export function heldParts(
  blockers: readonly HeldBlocker[],
  days: DueDays,
  remaining: Dong | null,
): HeldParts {
  const upTo = (counts: (blocker: HeldBlocker) => boolean): Dong =>
    sumDong(amountsHeldBy(blockers, counts)) ?? 0n;
  const overdue = overdueTotal(blockers, days).capitalHeld ?? 0n;
  const soon = upTo(({ due }) => isOverdue(due, days) || isDueSoon(due, days));
  const all = upTo(() => true);
  const left = remaining === null ? null : remaining - all;
  return {
    overdue,
    dueSoon: soon - overdue,
    later: all - soon,
    notHeld: left === null ? null : left < 0n ? 0n : left,
  };
}

/** An open blocker with what it can be grouped by. */
export interface GroupedBlocker extends HeldBlocker {
  readonly cause: BlockerCause;
  readonly suggestedCause: BlockerCause | null;
  readonly responsibleUnit: string | null;
  readonly responsibleUnitKey: string | null;
  readonly decidingLevel: string | null;
  readonly contractor: string | null;
  readonly contractorKey: string | null;
}

interface Grouping {
  readonly key: (row: GroupedBlocker) => string | null;
  readonly label: (row: GroupedBlocker) => string | null;
  readonly suggested?: (row: GroupedBlocker) => boolean;
}

const labelOf = (cause: BlockerCause): string => CAUSES.find(({ code }) => code === cause)?.label ?? cause;
const isSuggested = ({ cause, suggestedCause }: GroupedBlocker): boolean =>
  cause === 'unclassified' && suggestedCause !== null;
const likelyCause = (row: GroupedBlocker): BlockerCause =>
  isSuggested(row) ? (row.suggestedCause ?? row.cause) : row.cause;

/** What the groups of each grouping go by, and are called. */
const GROUPS: Readonly<Record<BlockerGrouping, Grouping>> = {
  cause: { key: ({ cause }) => cause, label: ({ cause }) => labelOf(cause) },
  likelyCause: { key: likelyCause, label: (row) => labelOf(likelyCause(row)), suggested: isSuggested },
  responsibleUnit: {
    key: ({ responsibleUnitKey }) => responsibleUnitKey,
    label: ({ responsibleUnit }) => responsibleUnit,
  },
  contractor: { key: ({ contractorKey }) => contractorKey, label: ({ contractor }) => contractor },
  decidingLevel: { key: ({ decidingLevel }) => decidingLevel, label: ({ decidingLevel }) => decidingLevel },
};

/** What the blockers of one cause, unit, level or contractor hold. */
export interface HeldGroup extends HeldTotal {
  /** Null: not known. */
  readonly key: string | null;
  readonly label: string | null;
  /** The words suggest it, and nobody has confirmed it. */
  readonly suggested: boolean;
  readonly ageing: readonly AgeingTotal[];
  /** The parts of `capitalHeld`; `notHeld` is null. */
  readonly parts: HeldParts;
}

/** What they hold by groups, most capital first; what words only suggest stands apart, after what is confirmed. */
export function groupsOf(
  rows: readonly GroupedBlocker[],
  grouping: BlockerGrouping,
  days: DueDays,
): HeldGroup[] {
  const { key, label, suggested = () => false } = GROUPS[grouping];
  const groups = [true, false].flatMap((isSuggestion) =>
    [
      ...groupBy(
        rows.filter((row) => suggested(row) === isSuggestion),
        key,
      ),
    ].map(([of, members]) => ({
      key: of,
      label: members[0] ? label(members[0]) : null,
      suggested: isSuggestion,
      ...heldTotal(members, days),
      ageing: ageingOf(members, days),
      parts: heldParts(members, days, null),
    })),
  );
  const size = ({ capitalHeld }: HeldTotal): Dong => capitalHeld ?? -1n;
  return groups.toSorted((a, b) =>
    size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : b.blockers - a.blockers,
  );
}
