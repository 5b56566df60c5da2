import type { ClearanceStep, LandRegime, LandType } from '@thongvon/api-contract';
import { addDays, groupBy, type PlainDate, plainDate } from '@thongvon/kernel';
import { type Limit, LIMITS, TET_PEACE_DAYS } from './limits';
import type { WorkCalendar } from './work-calendar';

/** When a step of one project, segment or batch began and ended, as far as it has. */
export interface StepDates {
  readonly started: PlainDate | null;
  readonly done: PlainDate | null;
}

export type DatesOf = (step: ClearanceStep) => StepDates;

/** A limit that runs. */
export interface Deadline {
  readonly limit: Limit;
  readonly since: PlainDate;
  /** At most: the last day. At least: the first day on which it may be done. */
  readonly date: PlainDate;
  /** Makes someone overdue: read in the law, and, where working days are counted, on a calendar that staff have confirmed. */
  readonly binding: boolean;
  /** Counted without knowing the holidays of some year in it. */
  readonly provisional: boolean;
}

/**
 * The deadlines of a step whose clocks have started, each by the law of the day on which its clock started. The day of
 * the start is not counted. A last day that is off moves to the next working day (Civil Code 2015, articles 147 and 148);
 * one of enforcement also past the days around Tết on which it is forbidden. Where the kind of land is not known, the
 * longer wait counts.
 */
export function deadlinesOf(
  step: ClearanceStep,
  datesOf: DatesOf,
  calendar: WorkCalendar,
  landType: LandType | null,
): Deadline[] {
  return (LIMITS_OF.get(step) ?? []).flatMap((limit) => {
    if (!isForLand(limit, landType)) return [];
    const since = datesOf(limit.since.step)[limit.since.event];
    return since === null ? [] : (deadlineSince(limit, since, calendar) ?? []);
  });
}

const LIMITS_OF: ReadonlyMap<ClearanceStep, readonly Limit[]> = groupBy(LIMITS, ({ step }) => step);

/** On one calendar a limit from one day ends on the same for every project: a list of thousands reckons it once. */
const reckoned = new WeakMap<WorkCalendar, Map<Limit, Map<PlainDate, Deadline | undefined>>>();

/** Undefined where the law of that day has no such limit. */
function deadlineSince(limit: Limit, since: PlainDate, calendar: WorkCalendar): Deadline | undefined {
  const byLimit = getOrMake(reckoned, calendar, () => new Map<Limit, Map<PlainDate, Deadline | undefined>>());
  const byDay = getOrMake(byLimit, limit, () => new Map<PlainDate, Deadline | undefined>());
  if (!byDay.has(since)) byDay.set(since, reckon(limit, since, calendar));
  return byDay.get(since);
}

function getOrMake<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function reckon(limit: Limit, since: PlainDate, calendar: WorkCalendar): Deadline | undefined {
  const regime = regimeOn(since);
  if (regime === undefined || !limit.regimes.includes(regime)) return undefined;
  const counted =
    limit.counted === 'working' ? calendar.addWorkingDays(since, limit.days) : addDays(since, limit.days);
  const date = limit.type === 'at-most' ? lastDay(limit.step, counted, calendar) : counted;
  const provisional = !calendar.confirmed(since, date);
  const binding = limit.basis === 'law' && (limit.counted === 'calendar' || !provisional);
  return { limit, since, date, provisional, binding };
}

function isForLand({ landType }: Limit, known: LandType | null): boolean {
  return landType === undefined || landType === (known ?? 'non-agricultural');
}

function lastDay(step: ClearanceStep, counted: PlainDate, calendar: WorkCalendar): PlainDate {
  return step === 'enforcement'
    ? calendar.firstFrom(counted, (day) => mayEnforce(day, calendar))
    : calendar.workingDayFrom(counted);
}

/** Whether enforcement is allowed on the day: not on days off, nor 15 days before and after Tết (article 89). */
export function mayEnforce(day: PlainDate, calendar: WorkCalendar): boolean {
  return !calendar.isOff(day) && !calendar.nearTet(day, TET_PEACE_DAYS);
}

interface Regime {
  readonly code: LandRegime;
  readonly from: PlainDate;
  readonly label: string;
  readonly labelEn: string;
}

/** Data: which law counts from when (domain page, sections 1.1 and 2.1), oldest first. */
export const REGIMES: readonly Regime[] = [
  {
    code: 'land-law-2013',
    from: plainDate('2014-07-01'),
    label: 'Luật Đất đai 2013',
    labelEn: 'Land Law 2013',
  },
  {
    code: 'land-law-2024',
    from: plainDate('2024-08-01'),
    label: 'Luật Đất đai 2024',
    labelEn: 'Land Law 2024',
  },
  {
    code: 'resolution-254',
    from: plainDate('2026-01-01'),
    label: 'Luật Đất đai 2024 và Nghị quyết 254/2025/QH15',
    labelEn: 'Land Law 2024 with resolution 254/2025/QH15',
  },
];

/** The law in force on that day: a clock runs by the law of the day on which it starts. Undefined before July 2014. */
export function regimeOn(date: PlainDate): LandRegime | undefined {
  return REGIMES.findLast(({ from }) => date >= from)?.code;
}
