import { formatRate, type Denominator, type PlainDate, type PlanType } from '@thongvon/kernel';
import type { Action } from './portfolio';

/**
 * The sums of a portfolio from the list of what is approved, in loops and without SQL: a second definition, written from
 * the public contract (section 3) and ADR 0135, that shares nothing with the product's.
 */

/** What is approved and counts, in the order of approval. */
export type Approved = Exclude<Action, { type: 'revert' }>;

export interface NaiveProject {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly commune: string | null;
  readonly owner: string | null;
}

export interface NaiveQuery {
  readonly asOf: PlainDate;
  readonly basis: 'reported' | 'treasury';
  readonly denominator: Denominator;
  readonly source?: string;
  readonly planType?: PlanType;
}

export interface NaiveLine {
  readonly project: NaiveProject;
  readonly type: PlanType;
  readonly source: string;
  readonly planned: bigint | null;
  readonly disbursed: bigint | null;
  readonly completed: bigint | null;
  readonly advance: bigint | null;
  readonly by: 'derived' | 'treasury' | null;
  /** The date of the figure. */
  readonly on: string | null;
}

/** What may be of a source, but isn't split. */
export interface NaiveOpen {
  readonly project: NaiveProject;
  readonly type: PlanType;
  readonly source: string;
  readonly amount: bigint;
  readonly on: string;
}

export interface NaiveSums {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly remaining: string | null;
  readonly rate: string | null;
  readonly reason: string | null;
  readonly split: {
    readonly partial: boolean;
    readonly atMost: string | null;
    readonly derived: string | null;
    readonly treasury: string | null;
    readonly notSplit: string | null;
    readonly notSplitProjects: number;
  } | null;
}

interface Figure {
  readonly type: PlanType;
  readonly from: string;
  /** The date of the next figures of this project, plan type and basis. */
  readonly until: string;
  readonly lines: readonly {
    readonly source: string;
    readonly disbursed: bigint | null;
    readonly completed: bigint | null;
    readonly advance: bigint | null;
  }[];
}

const NONE = 'unspecified';
const TYPES: readonly PlanType[] = ['current-year', 'carried-over'];
const FOREVER = '9999-12-31';
const big = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount));

export function add(amounts: readonly (bigint | null)[]): bigint | null {
  let sum: bigint | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0n) + amount;
  return sum;
}

/** A project's plan of a type on a day: a later amount replaces that of its source; whole and split end each other. */
export function planOn(
  approved: readonly Approved[],
  code: string,
  type: PlanType,
  day: string,
): Map<string, bigint> {
  const byDay = new Map<string, Map<string, bigint>>();
  for (const one of approved) {
    if (one.type !== 'plan' || one.date > day) continue;
    const lines = (one.lines[code] ?? []).filter((line) => line.type === type);
    if (lines.length === 0) continue;
    const wholes = lines.filter(({ source }) => source === NONE).length;
    const before = [...(byDay.get(one.date) ?? [])];
    // Of the same day too, and what says both the whole and a split ends neither.
    const kept = before.filter(([source]) => (source === NONE ? wholes > 0 : wholes < lines.length));
    const added = lines.map(({ source, amount }) => [source, BigInt(amount)] as const);
    byDay.set(one.date, new Map([...kept, ...added]));
  }
  let plan = new Map<string, bigint>();
  for (const date of [...byDay.keys()].sort()) {
    const decided = byDay.get(date) ?? new Map<string, bigint>();
    const splits = [...decided.keys()].some((source) => source !== NONE);
    plan = new Map([...plan].filter(([source]) => (source === NONE ? !splits : !decided.has(NONE))));
    for (const [source, amount] of decided) plan.set(source, amount);
  }
  return plan;
}

/** The figures of a project by date: of those approved for a date the last speaks, with all its lines of the plan type. */
export function figuresOf(
  approved: readonly Approved[],
  code: string,
  basis: 'reported' | 'treasury',
): Figure[] {
  return TYPES.flatMap((type) => {
    const byDate = new Map<string, Figure['lines']>();
    for (const one of approved) {
      if (one.type !== 'figures' || one.basis !== basis) continue;
      const lines = (one.lines[code] ?? []).filter(
        (line) =>
          line.type === type && (line.disbursed !== null || line.completed !== null || line.advance !== null),
      );
      if (lines.length === 0) continue;
      byDate.set(
        one.date,
        lines.map(({ source, ...line }) => ({
          source,
          disbursed: big(line.disbursed),
          completed: big(line.completed),
          advance: big(line.advance),
        })),
      );
    }
    const dates = [...byDate.keys()].sort();
    return dates.map((from, index) => ({
      type,
      from,
      until: dates[index + 1] ?? FOREVER,
      lines: byDate.get(from) ?? [],
    }));
  });
}

const LATE = '2023-09-30';

function countsType(type: PlanType, { denominator, planType }: NaiveQuery): boolean {
  if (planType !== undefined && type !== planType) return false;
  return denominator === 'all-plan' || type === 'current-year';
}

/** Of a source, whether it has a plan of that source; of what nobody splits, whether it has any. */
export const isPlanned = (
  approved: readonly Approved[],
  code: string,
  day: string,
  source: string = NONE,
): boolean =>
  TYPES.some((type) => {
    const plan = planOn(approved, code, type, day);
    return source === NONE ? plan.size > 0 : plan.has(source);
  });

/** Plan and figures of the projects, by source, and what isn't split; `on` is the day of the figures, of the plan always `asOf`. */
export function linesOf(
  approved: readonly Approved[],
  projects: readonly NaiveProject[],
  query: NaiveQuery,
  on: string = query.asOf,
): { plan: NaiveLine[]; reported: NaiveLine[]; raw: NaiveLine[]; open: NaiveOpen[] } {
  const plan: NaiveLine[] = [];
  const reported: NaiveLine[] = [];
  const raw: NaiveLine[] = [];
  const open: NaiveOpen[] = [];
  const { asOf, basis } = query;
  const planDay = query.denominator === 'excluding-late-supplements' && asOf > LATE ? LATE : asOf;
  for (const project of projects) {
    const nothing = {
      project,
      planned: null,
      disbursed: null,
      completed: null,
      advance: null,
      by: null,
      on: null,
    };
    for (const type of TYPES)
      if (countsType(type, query))
        for (const [source, planned] of planOn(approved, project.code, type, planDay))
          plan.push({ ...nothing, type, source, planned });
    const counted = figuresOf(approved, project.code, basis).filter(({ type }) => countsType(type, query));
    const own: NaiveLine[] = [];
    const onAsOf: NaiveLine[] = [];
    for (const figure of counted) {
      const given = toSources(approved, project, figure, query);
      if (figure.from <= asOf && figure.until > asOf) onAsOf.push(...given);
      if (figure.from > on || figure.until <= on) continue;
      own.push(...given);
      raw.push(...figure.lines.map((line) => ({ ...nothing, ...line, type: figure.type, on: figure.from })));
    }
    reported.push(...own);
    const sources = new Set([
      ...TYPES.flatMap((type) => [...planOn(approved, project.code, type, asOf).keys()]),
      ...onAsOf.map(({ source }) => source),
    ]);
    if (![...sources].some((source) => source !== NONE)) continue;
    for (const { source, type, disbursed, on: date } of own)
      if (source === NONE && disbursed !== null && date !== null)
        for (const each of sources) open.push({ project, type, source: each, amount: disbursed, on: date });
  }
  return { plan, reported, raw, open };
}

/** A figure's lines, given to sources where that can be known. */
function toSources(
  approved: readonly Approved[],
  project: NaiveProject,
  figure: Figure,
  { asOf, basis }: NaiveQuery,
): NaiveLine[] {
  const { type, from, lines } = figure;
  const base = { project, type, planned: null, on: from };
  const sources = [...planOn(approved, project.code, type, asOf)].flatMap(([source, amount]) =>
    source === NONE || amount === 0n ? [] : [source],
  );
  return lines.flatMap((line): NaiveLine[] => {
    if (line.source !== NONE) return [{ ...base, ...line, by: null }];
    const isNothing = [line.disbursed, line.completed, line.advance].every((amount) => (amount ?? 0n) === 0n);
    if (sources.length === 1 || (isNothing && sources.length > 0))
      return sources.map((source) => ({ ...base, ...line, source, by: 'derived' }));
    if (basis === 'reported' && lines.length === 1 && !isNothing) {
      const statement = figuresOf(approved, project.code, 'treasury').findLast(
        (one) =>
          one.type === type &&
          one.from <= asOf &&
          one.from < figure.until &&
          one.until > from &&
          one.lines.every(({ source }) => source !== NONE) &&
          line.disbursed !== null &&
          add(one.lines.map(({ disbursed }) => disbursed)) === line.disbursed,
      );
      if (statement !== undefined) {
        const same = (field: 'completed' | 'advance'): boolean =>
          add(statement.lines.map((one) => one[field])) === line[field];
        const parts = statement.lines.map((one) => ({
          ...base,
          ...one,
          completed: same('completed') ? one.completed : null,
          advance: same('advance') ? one.advance : null,
          by: 'treasury' as const,
        }));
        const rest = {
          completed: same('completed') ? null : line.completed,
          advance: same('advance') ? null : line.advance,
        };
        return rest.completed === null && rest.advance === null
          ? parts
          : [...parts, { ...base, source: NONE, disbursed: null, ...rest, by: null }];
      }
    }
    return [{ ...base, ...line, by: null }];
  });
}

/** Sum first, divide once; of one source no rate of what is only partly known. */
export function sumsOf(
  lines: readonly NaiveLine[],
  open: readonly NaiveOpen[],
  ofSource: boolean,
): NaiveSums {
  const sum = (field: 'planned' | 'disbursed' | 'completed' | 'advance'): bigint | null =>
    add(lines.map((line) => line[field]));
  const [planned, disbursed] = [sum('planned'), sum('disbursed')];
  const by = (how: string): bigint | null =>
    add(lines.map((line) => (line.by === how ? line.disbursed : null)));
  const notSplit = ofSource ? add(open.map(({ amount }) => amount)) : null;
  const isPart =
    notSplit !== null && notSplit !== 0n && disbursed !== null && lines.some(({ source }) => source !== NONE);
  const isKnown = planned !== null && disbursed !== null && notSplit === null;
  const text = (amount: bigint | null): string | null => amount?.toString() ?? null;
  const reason = (): string | null => {
    if (planned === null) return 'no-plan';
    if (notSplit !== null) return 'not-split';
    if (disbursed === null) return 'not-reported';
    return planned === 0n ? 'not-applicable' : null;
  };
  return {
    planned: text(planned),
    disbursed: text(disbursed),
    completed: text(sum('completed')),
    advance: text(sum('advance')),
    remaining: isKnown ? text(planned - disbursed) : null,
    rate: isKnown ? formatRate(disbursed, planned) : null,
    reason: reason(),
    split: ofSource
      ? {
          partial: isPart,
          atMost: isPart ? text(disbursed + notSplit) : null,
          derived: text(by('derived')),
          treasury: text(by('treasury')),
          notSplit: text(notSplit),
          notSplitProjects: new Set(open.map(({ project }) => project.id)).size,
        }
      : null,
  };
}
