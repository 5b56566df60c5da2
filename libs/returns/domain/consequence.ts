import type { Dong, PlainDate, PlanType, PlanYear } from '@thongvon/kernel';

/** A project whose amount an approval would lower, or end. Whole đồng as decimal texts. */
export interface AffectedProject {
  /** Null: it isn't in the register yet. */
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly before: string;
  /** Null: nothing is left of it. */
  readonly after: string | null;
  /** The plan doesn't name it, so that it is in no total. */
  readonly outside?: true;
  /** The day of its two amounts, where it loses on another day than the total that is shown. */
  readonly on?: PlainDate;
}

/** A total on a day, before and after. Decimal texts. */
export interface DayTotal {
  readonly on: PlainDate;
  readonly before: string;
  readonly after: string;
}

/** Projects outside the plan that the return names or ends: in no total. */
export interface OutsidePlan {
  readonly projects: number;
  readonly before: string;
  readonly after: string;
}

/** What is counted of land clearance: its name, its unit and what people call it. */
export interface CountedNumber {
  readonly measure: string;
  readonly unit: string;
  readonly label: string;
  readonly labelEn: string;
}

/** What an approval would change of a total: whole đồng, or the number in `counts`, as decimal texts. */
export interface TotalChange {
  readonly measure: 'planned' | 'disbursed' | 'completed' | 'advance' | 'cleared';
  /** Where the total is of one source. */
  readonly source?: { readonly code: string; readonly label: string };
  /** Of a total of figures: who says so. */
  readonly basis: 'reported' | 'treasury' | null;
  /** Of land clearance: which number. Absent of amounts of plans. */
  readonly counts?: CountedNumber;
  /** Null of land clearance, which belongs to no plan. */
  readonly planYear: PlanYear | null;
  readonly planType: PlanType | null;
  /** The day on which the two totals are in force. */
  readonly on: PlainDate;
  readonly before: string;
  readonly after: string;
  /** Where the total changes on several days: the first of them, the worst fall, this one and the last. */
  readonly days?: readonly DayTotal[];
  /**
   * The approval needs a reason (contract, section 3; ADR 0116): on this day or another the total falls, or a project's own
   * cumulative does and its sender hasn't said why.
   */
  readonly lowers: boolean;
  /** On this day or another the total itself falls; else only projects in it do. Absent in what was kept before: as `lowers`. */
  readonly totalFalls?: boolean;
  /** What changes apart from the total, on its day. Absent: nothing is outside the plan. */
  readonly outside?: OutsidePlan;
  /** Projects of which nothing is left, and those that keep less. */
  readonly vanishes: readonly AffectedProject[];
  readonly falls: readonly AffectedProject[];
}

/** A total of a plan. */
export interface PlanTotalChange extends TotalChange {
  readonly planYear: PlanYear;
  readonly planType: PlanType;
}

/** Whether an approval with these consequences needs a reason. */
export function lowersTotal(consequences: readonly TotalChange[]): boolean {
  return consequences.some(({ lowers }) => lowers);
}

/** Whether a total itself falls, not only projects in one. */
export function anyTotalFalls(consequences: readonly TotalChange[]): boolean {
  return consequences.some(({ lowers, totalFalls = lowers }) => totalFalls);
}

/** A project's amount before and after a change; null: nothing. */
export interface ProjectShift extends Omit<AffectedProject, 'before'> {
  readonly before: string | null;
}

/** Who loses by a change, by code, those without one last; and by how much the sum of all that the plan names moves. */
export function lossesOf(
  projects: readonly ProjectShift[],
): Pick<TotalChange, 'vanishes' | 'falls'> & { readonly difference: Dong } {
  const lost = projects
    .flatMap(({ projectId, code, name, before, after, outside }) =>
      before !== null && value(after) < value(before)
        ? [{ projectId, code, name, before, after, ...(outside && { outside }) }]
        : [],
    )
    .toSorted((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  return {
    vanishes: lost.filter(({ after }) => after === null),
    falls: lost.filter(({ after }) => after !== null),
    difference: projects
      .filter(({ outside }) => outside !== true)
      .reduce((sum, { before, after }) => sum + value(after) - value(before), 0n),
  };
}

/** Who loses on a day, and by how much the total changes from that day on, until the next one. */
export interface ChangeOfDay extends ReturnType<typeof lossesOf> {
  readonly on: PlainDate;
}

export interface ChangeOverDays extends Pick<TotalChange, 'vanishes' | 'falls'> {
  readonly shown: ChangeOfDay;
  /** Days whose totals are to be reported: the first that changes, the worst fall, the shown one and the last that changes. */
  readonly days: readonly ChangeOfDay[];
  /** On some day the total falls. */
  readonly lowers: boolean;
}

/**
 * A change that isn't the same on all days: shown is the last day on which the total falls, which holds from then on, else
 * the last on which a project loses, else the last that changes. Whoever loses on another day only is named with that day.
 */
export function overDays(days: readonly ChangeOfDay[]): ChangeOverDays | undefined {
  const ordered = days.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const changing = ordered.filter(({ difference }) => difference !== 0n);
  const falling = changing.filter(({ difference }) => difference < 0n);
  const [worst] = falling.toSorted((a, b) => (a.difference < b.difference ? -1 : 1));
  const losing = ordered.findLast(({ vanishes, falls }) => vanishes.length + falls.length > 0);
  const shown = falling.at(-1) ?? losing ?? changing.at(-1) ?? ordered.at(-1);
  if (!shown) return undefined;
  const named = new Set([changing[0], worst, shown, changing.at(-1)]);
  const lost = losersOver(shown, ordered);
  return {
    shown,
    days: ordered.filter((day) => named.has(day)),
    lowers: worst !== undefined,
    vanishes: lost.filter(({ after }) => after === null),
    falls: lost.filter(({ after }) => after !== null),
  };
}

function losersOver(shown: ChangeOfDay, days: readonly ChangeOfDay[]): AffectedProject[] {
  const lost = new Map<string, AffectedProject>();
  for (const day of [shown, ...days.toReversed()]) {
    for (const project of [...day.vanishes, ...day.falls]) {
      const key = project.projectId ?? orderKey(project);
      if (!lost.has(key)) lost.set(key, day === shown ? project : { ...project, on: day.on });
    }
  }
  return [...lost.values()].toSorted((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
}

const value = (amount: string | null): Dong => BigInt(amount ?? 0);
const orderKey = ({ code, name }: AffectedProject): string => `${code ?? '~'} ${name}`;
