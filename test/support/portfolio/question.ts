import type { FiguresQuery, Slice } from '@thongvon/capital';
import type { Actor } from '@thongvon/organizations';
import type { GROUPINGS } from '@thongvon/api-contract';
import type { District, Held } from './district';
import { linesOf, sumsOf, type NaiveLine, type NaiveOpen, type NaiveQuery, type NaiveSums } from './naive';
import { isPlanned, type Approved } from './naive-ledger';

export interface Question extends Omit<NaiveQuery, 'source' | 'planType'> {
  /** Which of the district's actors asks. */
  readonly actor: number;
  /** After which of its steps; now without it. */
  readonly known: number | undefined;
  readonly source: string | undefined;
  readonly planType: NaiveQuery['planType'] | undefined;
  readonly slice: 'none' | 'owner' | 'kind' | 'commune' | 'group';
  /** Of which project the slice is. */
  readonly which: number;
}

/** What is asked, and what the naive definition knows to answer. */
export interface Asked {
  readonly district: District;
  readonly actor: Actor;
  readonly approved: readonly Approved[];
  readonly query: FiguresQuery & NaiveQuery;
  readonly slice: Slice;
  readonly projects: readonly Held[];
  /** Chooses the grouping of the summary. */
  readonly which: number;
}

export const isIn = ({ owner, kind, commune, group }: Slice, one: Held, but?: string): boolean =>
  (but === 'owner' || owner === undefined || (one.owner ?? 'none') === owner) &&
  (but === 'kind' || kind === undefined || one.kind === kind) &&
  (but === 'commune' || commune === undefined || (one.commune ?? 'none') === commune) &&
  (but === 'group' || group === undefined || (one.group ?? 'none') === group);

/** The lines of a source; of all without one, where the returns' own lines are enough. */
export function cut({ approved, query }: Asked, projects: readonly Held[], on?: string) {
  const { plan, reported, raw, open } = linesOf(approved, projects, query, on);
  const { source } = query;
  if (source === undefined) return { plan, reported: raw, open: [] };
  return {
    plan: plan.filter((line) => line.source === source),
    reported: reported.filter((line) => line.source === source),
    open: open.filter((line) => line.source === source),
  };
}

/** Of one source, what has a plan of that source (contract, section 3: money without a plan enters no rate). */
export const planned = ({ approved, projects, query }: Asked): Held[] =>
  projects.filter(({ code }) => isPlanned(approved, code, query.asOf, query.source));

/** Whether a line is of a source of which its project has a plan. */
export const ofPlannedSource =
  ({ approved, query }: Asked) =>
  ({ project, source }: NaiveLine | NaiveOpen): boolean =>
    isPlanned(approved, project.code, query.asOf, source);

export const distinct = (lines: readonly { readonly project: { readonly id: string } }[]): number =>
  new Set(lines.map(({ project }) => project.id)).size;

/** Sums by a key, as the API orders none of: by key. */
export function groups(
  lines: readonly NaiveLine[],
  open: readonly NaiveOpen[],
  keyOf: (line: NaiveLine | NaiveOpen) => string | null,
  ofSource: boolean,
): Map<string | null, NaiveSums & { projects: number }> {
  const keys = new Set([...lines, ...open].map(keyOf));
  return new Map(
    [...keys].map((key) => {
      const own = lines.filter((line) => keyOf(line) === key);
      const ownOpen = open.filter((line) => keyOf(line) === key);
      return [key, { ...sumsOf(own, ownOpen, ofSource), projects: distinct([...own, ...ownOpen]) }];
    }),
  );
}

export const KEYS: Readonly<
  Record<(typeof GROUPINGS)[number], (line: NaiveLine | NaiveOpen) => string | null>
> = {
  owner: ({ project }) => project.owner,
  kind: ({ project }) => project.kind,
  commune: ({ project }) => project.commune,
  group: ({ project }) => project.group,
  source: ({ source }) => source,
  planType: ({ type }) => type,
};

const byKey = <T extends { readonly key: string | null }>(items: readonly T[]): Map<string | null, T> =>
  new Map(items.map((item) => [item.key, item]));

/** Fails with the question, so that it can be asked again by hand. */
export function same(what: string, { query, slice, actor }: Asked, found: unknown, expected: unknown): void {
  try {
    expect(found).toEqual(expected);
  } catch (error) {
    const asked = JSON.stringify({ ...query, ...slice, offices: actor.scope.length });
    throw new Error(`${what} for ${asked}: ${(error as Error).message}`, { cause: error });
  }
}

const SUMS = [
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'rate',
  'reason',
  'split',
] as const;
export const pick = (sums: NaiveSums): NaiveSums =>
  Object.fromEntries(SUMS.map((name) => [name, sums[name]])) as unknown as NaiveSums;
export const sameGroups = (
  what: string,
  asked: Asked,
  found: readonly (NaiveSums & { readonly key: string | null; readonly projects: number })[],
  expected: ReturnType<typeof groups>,
): void => {
  same(
    what,
    asked,
    new Map([...byKey(found)].map(([key, one]) => [key, { ...pick(one), projects: one.projects }])),
    expected,
  );
};
