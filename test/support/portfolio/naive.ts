import {
  formatRate,
  type Denominator,
  type PlainDate,
  type PlanType,
  type ProjectGroup,
} from '@thongvon/kernel';
import { add, figuresOf, NONE, planOn, TYPES, type Approved, type Figure } from './naive-ledger';

/**
 * The sums of a portfolio from the list of what is approved, in loops and without SQL: a second definition, written from
 * the public contract (section 3) and ADR 0135, that shares nothing with the product's.
 */

export interface NaiveProject {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly commune: string | null;
  readonly owner: string | null;
  /** In the plan year, as now known. */
  readonly group: ProjectGroup | null;
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

const LATE = '2023-09-30';

function countsType(type: PlanType, { denominator, planType }: NaiveQuery): boolean {
  if (planType !== undefined && type !== planType) return false;
  return denominator === 'all-plan' || type === 'current-year';
}

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
