import {
  closedWeek,
  type Dong,
  dongOf,
  formatRate,
  isPaceTooOld,
  type Movement,
  movementBetween,
  type Pace,
  type PlainDate,
  rateOf,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import { showAmounts, type ShownAmounts, type SourceSplit } from './known-amount';

/** Amounts as the database gives them: whole đồng as text, null where nothing is known. */
export interface MovingSums {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Date of the newest figure. */
  readonly asOf: PlainDate | null;
  /** Disbursed by the figures that a change is counted from, and their date. */
  readonly before: string | null;
  readonly beforeOn: PlainDate | null;
  /** Of one source: of how many figures then it wasn't known whether they were of it. */
  readonly beforeOpen?: number;
  /** The same of the figures that the pace begins with. */
  readonly monthAgo: string | null;
  readonly monthAgoOn: PlainDate | null;
  readonly monthAgoOpen?: number;
  /** What will have been disbursed on the year's last day. */
  readonly forecast: string | null;
  /** Of one source: `SourceSplit` of a sum. */
  readonly derived?: string | null;
  readonly by_treasury?: string | null;
  readonly not_split?: string | null;
  readonly not_split_projects?: number;
}

/** `SourceSplit` of a row, where amounts of one source are asked for; null: of none that is known. */
export function splitOf(
  { derived, by_treasury, not_split, not_split_projects }: Partial<MovingSums>,
  source: string | null | undefined,
): SourceSplit | null {
  if (source === undefined) return null;
  return {
    derived: dongOf(derived),
    treasury: dongOf(by_treasury),
    notSplit: dongOf(not_split),
    notSplitProjects: not_split_projects ?? 0,
    isUnsplit: source === UNSPECIFIED_SOURCE,
  };
}

/** Sums without how they move, as the API shows them; `source`: whose they are, undefined: of all. */
export function showSums(sums: Partial<MovingSums>, source: string | null | undefined): ShownAmounts {
  return showAmounts({
    planned: dongOf(sums.planned),
    disbursed: dongOf(sums.disbursed),
    completed: dongOf(sums.completed),
    advance: dongOf(sums.advance),
    split: splitOf(sums, source),
  });
}

/** A change as the API shows it. */
export type ShownMovement = Omit<Movement, 'value'> & { readonly value: string | null };

export interface MovingAmounts extends ShownAmounts {
  readonly movement: ShownMovement;
  readonly weekChange: string | null;
  /** The movement's value in percent of the plan. */
  readonly changeRate: string | null;
  readonly monthChange: string | null;
  readonly pace: ShownPace;
  /** What will have been disbursed on the year's last day at that pace. */
  readonly forecast: string | null;
  /** The forecast in percent of the plan. */
  readonly forecastRate: string | null;
  /** Plan less forecast, never negative. */
  readonly shortfall: string | null;
  /** What is left less the shortfall: what will still be disbursed at that pace. */
  readonly spendable: string | null;
}

interface Looking {
  /** The day on which somebody looks. */
  readonly businessDay: PlainDate;
  /** The source whose amounts they are; undefined: of all. */
  readonly source: string | undefined;
}

/** Amounts with how they move. What is only partly known of one source has neither changes nor a forecast. */
export function showMovingAmounts(
  sums: MovingSums,
  pace: ShownPace,
  { businessDay, source }: Looking,
): MovingAmounts {
  const { asOf, beforeOn } = sums;
  const isWhole = (splitOf(sums, source)?.notSplit ?? null) === null;
  const planned = dongOf(sums.planned);
  const disbursed = dongOf(sums.disbursed);
  const forecast = isWhole ? dongOf(sums.forecast) : null;
  const shortfall =
    planned === null || forecast === null ? null : planned > forecast ? planned - forecast : 0n;
  const closed = closedWeek(businessDay);
  const moved = movementBetween(
    { amount: dongOf(sums.before), on: beforeOn },
    { amount: disbursed, on: asOf },
    closed,
  );
  const ofMonth = movementBetween(
    { amount: dongOf(sums.monthAgo), on: sums.monthAgoOn },
    { amount: disbursed, on: asOf },
    closed,
  );
  const isMonthWhole = isWhole && (sums.monthAgoOpen ?? 0) === 0;
  const movement = showMovement(isWhole && (sums.beforeOpen ?? 0) === 0 ? moved : notSplit(moved));
  const shown = showSums(sums, source);
  const remaining = dongOf(shown.remaining);
  return {
    ...shown,
    movement,
    weekChange: movement.value,
    changeRate: rateOf(dongOf(movement.value), planned),
    monthChange: isMonthWhole ? (ofMonth.value?.toString() ?? null) : null,
    pace,
    forecast: forecast?.toString() ?? null,
    forecastRate: rateOf(forecast, planned),
    shortfall: shortfall?.toString() ?? null,
    spendable: remaining === null || shortfall === null ? null : (remaining - shortfall).toString(),
  };
}

/** From or to an amount that is only partly known nothing is known to have changed. */
const notSplit = ({ since }: Movement): Movement => ({
  value: null,
  from: null,
  to: null,
  days: null,
  reason: 'not-split',
  since,
});

/** Whole đồng as text. */
export function showMovement({ value, ...dates }: Movement): ShownMovement {
  return { value: value?.toString() ?? null, ...dates };
}

/** A pace as the database gives it: đồng a week as text, with the reports that it rests on. */
export interface PaceSums {
  readonly perWeek: string | null;
  /** The earliest that it begins with, and the earliest that it ends on. */
  readonly paceFrom: PlainDate | null;
  readonly paceTo: PlainDate | null;
  /** Projects that have a pace, projects that nothing is forecast of, and of these those whose newest report is too old. */
  readonly paced: number;
  readonly withoutPace: number;
  readonly silent: number;
  readonly silentSince: PlainDate | null;
  /** Date of the newest figure. */
  readonly newest: PlainDate | null;
  /** Of one source: of how many projects it isn't known what is of it. */
  readonly paceOpen: number;
}

/** How fast money goes, as the API shows it. */
export interface ShownPace {
  readonly perWeek: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly reason: Pace['reason'];
  readonly since: PlainDate | null;
  readonly projects: number;
  readonly withoutPace: number;
  readonly silent: number;
}

/** Of a sum over no projects. */
export const NO_PACE: PaceSums = {
  perWeek: null,
  paceFrom: null,
  paceTo: null,
  paced: 0,
  withoutPace: 0,
  silent: 0,
  silentSince: null,
  newest: null,
  paceOpen: 0,
};

/**
 * The pace of one project or of a sum. A sum has none once a project in it that isn't finished has been silent for too long;
 * projects without two reports yet are left out of it and counted.
 */
export function showPace(sums: PaceSums, businessDay: PlainDate): ShownPace {
  const { paced: projects, withoutPace, silent, newest } = sums;
  const counts = { projects, withoutPace, silent };
  const reason = reasonOf(sums, businessDay);
  if (reason === null)
    return { perWeek: sums.perWeek, from: sums.paceFrom, to: sums.paceTo, reason, since: null, ...counts };
  const since = silent > 0 ? sums.silentSince : newest;
  return { perWeek: null, from: null, to: null, reason, since, ...counts };
}

/** Whether a sum is forecast: by its pace, or because nothing of it is left to disburse. */
export const isForecast = ({ reason, withoutPace }: ShownPace): boolean =>
  reason === null || (reason !== 'not-split' && withoutPace === 0);

function reasonOf({ paceOpen, silent, paced, newest }: PaceSums, businessDay: PlainDate): Pace['reason'] {
  if (paceOpen > 0) return 'not-split';
  if (silent > 0) return 'too-old';
  if (paced > 0) return null;
  return newest !== null && isPaceTooOld(newest, businessDay) ? 'too-old' : 'not-reported';
}

/** Where a year's course leads by its last day; amounts are whole đồng as decimal text. */
export interface YearEnd {
  readonly disbursed: string;
  /** Of the plan: percent, two decimals; null of a plan of zero. */
  readonly rate: string | null;
  /** To the target, rounded down; negative when it is exceeded. */
  readonly missing: string;
}

/** `percent` of the plan, at most two decimals, as whole đồng: what a target asks for. Rounded down. */
export const targetAmount = (plan: Dong, percent: number): Dong =>
  (plan * BigInt(Math.round(percent * 100))) / 10_000n;

/** What `disbursed` comes to next to `percent` of the plan, the target. Null when the plan or the forecast isn't known. */
export function yearEnd(planned: string | null, disbursed: string | null, percent: number): YearEnd | null {
  if (planned === null || disbursed === null) return null;
  const [plan, end] = [BigInt(planned), BigInt(disbursed)];
  return {
    disbursed,
    rate: formatRate(end, plan),
    missing: (targetAmount(plan, percent) - end).toString(),
  };
}

/**
 * Whole đồng needed each week to have disbursed `percent` of the plan after so many days; amounts are decimal text.
 * Rounded up; zero once the target is reached, null when the plan or the figure isn't known or no day is left.
 */
export function neededPerWeek(
  planned: string | null,
  disbursed: string | null,
  percent: number,
  days: number,
): string | null {
  if (planned === null || disbursed === null || days <= 0) return null;
  const missing = BigInt(planned) * BigInt(Math.round(percent * 100)) - BigInt(disbursed) * 10_000n;
  if (missing <= 0n) return '0';
  const divisor = 10_000n * BigInt(days);
  return ((missing * 7n + divisor - 1n) / divisor).toString();
}
