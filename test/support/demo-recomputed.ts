import { readFile } from 'node:fs/promises';
import path from 'node:path';

const WEEKS = ['2023-05-24', '2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21'] as const;
const DAY = 86_400_000;
/** The plan year's last day, percent of the plan to be reached by it, and how long a pace is counted on. */
const [END, TARGET, PACE_DAYS] = ['2024-01-31', 95n, 28];

interface Row {
  readonly code: string;
  readonly planned: string;
  readonly disbursed: string;
}

interface Expected {
  readonly total: { readonly planned: string; readonly disbursed: string };
  readonly projects: readonly Row[];
  readonly landClearance?: readonly {
    readonly code: string;
    readonly blocker?: string;
    readonly due?: string;
  }[];
}

/** What the demo's weekly workbooks say, computed again in the plainest way, with nothing of the system. */
export interface Recomputed {
  readonly planned: string;
  readonly disbursed: string;
  readonly remaining: string;
  readonly rate: string;
  readonly change: string | null;
  readonly changeFrom: string | null;
  readonly stale: boolean;
  readonly held: string;
  readonly heldShare: string;
  readonly heldProjects: number;
  readonly overdue: string;
  readonly dueSoon: string;
  readonly pace: RecomputedPace;
  readonly projects: ReadonlyMap<
    string,
    { planned: string; disbursed: string; change: string | null; shortfall: string | null }
  >;
  /** By code, of those with a blocker or a shortfall: the larger of what both come to × 3, 2 or 1, as letters rank them. */
  readonly weights: ReadonlyMap<string, string>;
}

/** By the newest workbook and the one in force 28 days before it; null once the newest is older than that. */
interface RecomputedPace {
  readonly perWeek: string | null;
  /** What the plan is more than the forecast, of all projects. */
  readonly shortfall: string | null;
  /** What the forecast is short of the target, and of the plan in percent. */
  readonly missing: string | null;
  readonly rateAtEnd: string | null;
}

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Percent with two decimals, half up, of amounts that aren't negative. */
function percentOf(part: bigint, whole: bigint): string {
  const hundredths = (part * 20_000n + whole) / (whole * 2n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

/**
 * As one who looks on `day` sees it, or (`frozen`) as the letter of that Thursday says it: the newest workbook, and the one in
 * force seven days before it. `closed` is the Thursday of the last closed week, `soonUntil` the Friday of the next letter.
 */
export async function recompute(day: string, frozen: boolean): Promise<Recomputed> {
  const books = new Map<string, Expected>();
  for (const week of WEEKS) {
    const file = path.resolve(__dirname, `../fixtures/returns/board-weekly-${week}.expected.json`);
    books.set(week, JSON.parse(await readFile(file, 'utf8')) as Expected);
  }
  const friday = frozen ? at(day) + DAY : fridayUpTo(day);
  const to = WEEKS.findLast((week) => week <= day) ?? WEEKS[0];
  const from = WEEKS.findLast((week) => at(week) <= at(to) - 7 * DAY);
  const stale = at(to) < friday - DAY - 6 * DAY;
  const [now, before] = [books.get(to), from === undefined ? undefined : books.get(from)];
  if (!now) throw new Error(`no workbook of ${to}`);
  const amounts = (book: Expected | undefined) => new Map(book?.projects.map((row) => [row.code, row]));
  const [rows, earlier] = [amounts(now), amounts(before)];
  const left = (code: string): bigint =>
    BigInt(rows.get(code)?.planned ?? 0) - BigInt(rows.get(code)?.disbursed ?? 0);
  const blocked = (now.landClearance ?? []).filter(({ blocker }) => blocker !== undefined);
  const sum = (of: readonly { readonly code: string }[]): bigint =>
    [...new Set(of.map(({ code }) => code))].reduce((all, code) => all + left(code), 0n);
  const soonUntil = iso(friday + 7 * DAY);
  const slow = at(day) - at(to) > PACE_DAYS * DAY ? undefined : slowdown(books, to);
  const remaining = BigInt(now.total.planned) - BigInt(now.total.disbursed);
  const difference = (after: string, past: string | undefined): string | null =>
    stale || past === undefined ? null : (BigInt(after) - BigInt(past)).toString();
  return {
    planned: now.total.planned,
    disbursed: now.total.disbursed,
    remaining: remaining.toString(),
    rate: percentOf(BigInt(now.total.disbursed), BigInt(now.total.planned)),
    change: difference(now.total.disbursed, before?.total.disbursed),
    changeFrom: stale ? null : (from ?? null),
    stale,
    held: sum(blocked).toString(),
    heldShare: percentOf(sum(blocked), remaining),
    heldProjects: new Set(blocked.map(({ code }) => code)).size,
    overdue: sum(blocked.filter(({ due = '9' }) => due < day)).toString(),
    dueSoon: sum(blocked.filter(({ due = '9' }) => due >= day && due <= soonUntil)).toString(),
    pace: paceOf(now, slow),
    weights: new Map(
      [...rows.keys()].flatMap((code) => {
        const dues = blocked.flatMap((row) => (row.code === code ? [row.due ?? '9'] : []));
        const unspent = slow?.projects.get(code) ?? 0n;
        const money = dues.length > 0 && left(code) > unspent ? left(code) : unspent;
        const factor = dues.some((due) => due < day) ? 3n : dues.some((due) => due <= soonUntil) ? 2n : 1n;
        return money > 0n ? [[code, (money * factor).toString()] as const] : [];
      }),
    ),
    projects: new Map(
      [...rows].map(([code, { planned, disbursed }]) => [
        code,
        {
          planned,
          disbursed,
          change: difference(disbursed, earlier.get(code)?.disbursed),
          // Nothing is left unspent of what is spent, however old the figure.
          shortfall: planned === disbursed ? '0' : (slow?.projects.get(code)?.toString() ?? null),
        },
      ]),
    ),
  };
}

/** What each project won't have spent by the end, and what all spend in so many days. */
interface Slowdown {
  readonly projects: ReadonlyMap<string, bigint>;
  readonly spent: bigint;
  readonly days: number;
}

function slowdown(books: ReadonlyMap<string, Expected>, to: string): Slowdown | undefined {
  const from = WEEKS.findLast((week) => at(week) <= at(to) - PACE_DAYS * DAY);
  const [now, before] = [books.get(to), from === undefined ? undefined : books.get(from)];
  if (from === undefined || !now || !before) return undefined;
  const [days, left] = [(at(to) - at(from)) / DAY, (at(END) - at(to)) / DAY];
  const earlier = new Map(before.projects.map(({ code, disbursed }) => [code, BigInt(disbursed)]));
  let all = 0n;
  const projects = new Map(
    now.projects.map(({ code, planned, disbursed }) => {
      const spent = BigInt(disbursed) - (earlier.get(code) ?? 0n);
      all += spent;
      const more = (2n * (spent > 0n ? spent : 0n) * BigInt(left) + BigInt(days)) / (2n * BigInt(days));
      const unspent = BigInt(planned) - BigInt(disbursed) - more;
      return [code, unspent > 0n ? unspent : 0n];
    }),
  );
  return { projects, spent: all, days };
}

function paceOf({ total }: Expected, slow: Slowdown | undefined): RecomputedPace {
  if (!slow) return { perWeek: null, shortfall: null, missing: null, rateAtEnd: null };
  const planned = BigInt(total.planned);
  const shortfall = [...slow.projects.values()].reduce((sum, left) => sum + left, 0n);
  const days = BigInt(slow.days);
  return {
    perWeek: ((2n * slow.spent * 7n + days) / (2n * days)).toString(),
    shortfall: shortfall.toString(),
    missing: ((planned * TARGET) / 100n - (planned - shortfall)).toString(),
    rateAtEnd: percentOf(planned - shortfall, planned),
  };
}

/** What each weekly workbook of the board comes to by itself. */
export async function weeklyTotals(): Promise<{ asOf: string; disbursed: string; rate: string }[]> {
  return Promise.all(
    WEEKS.map(async (asOf) => {
      const file = path.resolve(__dirname, `../fixtures/returns/board-weekly-${asOf}.expected.json`);
      const { total } = JSON.parse(await readFile(file, 'utf8')) as Expected;
      const { planned, disbursed } = total;
      return { asOf, disbursed, rate: percentOf(BigInt(disbursed), BigInt(planned)) };
    }),
  );
}

/** The Friday of the newest letter. */
function fridayUpTo(day: string): number {
  let time = at(day);
  while (new Date(time).getUTCDay() !== 5) time -= DAY;
  return time;
}
