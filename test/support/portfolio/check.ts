import {
  DrawCurve,
  ListProjectFigures,
  ListStandings,
  Reconcile,
  Summarize,
  SumFacets,
  TraceFigures,
  type FiguresQuery,
  type Slice,
} from '@thongvon/capital';
import { addDays, dayOfWeek, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { GROUPINGS } from '@thongvon/api-contract';
import type { District, Held } from './district';
import {
  add,
  figuresOf,
  isPlanned,
  linesOf,
  planOn,
  sumsOf,
  type Approved,
  type NaiveLine,
  type NaiveOpen,
  type NaiveQuery,
  type NaiveSums,
} from './naive';
import { DECIDED, REPORTED } from './portfolio';

export interface Question extends Omit<NaiveQuery, 'source' | 'planType'> {
  /** Which of the district's actors asks. */
  readonly actor: number;
  /** After which of its steps; now without it. */
  readonly known: number | undefined;
  readonly source: string | undefined;
  readonly planType: NaiveQuery['planType'] | undefined;
  readonly slice: 'none' | 'owner' | 'kind' | 'commune';
  /** Of which project the slice is. */
  readonly which: number;
}

/** What is asked, and what the naive definition knows to answer. */
interface Asked {
  readonly district: District;
  readonly actor: Actor;
  readonly approved: readonly Approved[];
  readonly query: FiguresQuery & NaiveQuery;
  readonly slice: Slice;
  readonly projects: readonly Held[];
  /** Chooses the grouping of the summary. */
  readonly which: number;
}

/** Compares every sum that a question can be answered with; resolves to how many. */
export async function checkSums(district: District, given: Question): Promise<number> {
  const { asOf, basis, denominator, source, planType, known } = given;
  const { past } = district;
  const then = known === undefined ? undefined : past[known % past.length];
  const actor = district.actors[given.actor] ?? district.system.finance;
  const all = await district.projects();
  const seen = new Set(actor.scope);
  const projects = all.filter(({ holder }) => seen.has(holder));
  const project = projects[given.which % Math.max(projects.length, 1)];
  const asked: Asked = {
    district,
    actor,
    approved: (then ?? past.at(-1))?.approved ?? [],
    query: {
      planYear: 2023,
      asOf,
      basis,
      denominator,
      ...(source === undefined ? {} : { source }),
      ...(planType === undefined ? {} : { planType }),
      ...(then === undefined ? {} : { knownAt: then.at }),
    },
    slice: sliceOf(given.slice, project),
    projects,
    which: given.which,
  };
  let compared = 0;
  for (const check of [summaries, facets, curve, standings, projectFigures]) compared += await check(asked);
  if (then === undefined) {
    compared += await reconciliation(asked);
    if (project !== undefined) compared += await course(asked, project);
  }
  return compared;
}

function sliceOf(by: Question['slice'], project: Held | undefined): Slice {
  if (project === undefined || by === 'none') return {};
  if (by === 'owner') return { owner: project.owner ?? 'none' };
  if (by === 'kind') return { kind: project.kind as NonNullable<Slice['kind']> };
  return { commune: project.commune ?? 'none' };
}

const isIn = ({ owner, kind, commune }: Slice, one: Held, but?: string): boolean =>
  (but === 'owner' || owner === undefined || (one.owner ?? 'none') === owner) &&
  (but === 'kind' || kind === undefined || one.kind === kind) &&
  (but === 'commune' || commune === undefined || (one.commune ?? 'none') === commune);

/** The lines of a source; of all without one, where the returns' own lines are enough. */
function cut({ approved, query }: Asked, projects: readonly Held[], on?: string) {
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
const planned = ({ approved, projects, query }: Asked): Held[] =>
  projects.filter(({ code }) => isPlanned(approved, code, query.asOf, query.source));

/** Whether a line is of a source of which its project has a plan. */
const ofPlannedSource =
  ({ approved, query }: Asked) =>
  ({ project, source }: NaiveLine | NaiveOpen): boolean =>
    isPlanned(approved, project.code, query.asOf, source);

const distinct = (lines: readonly { readonly project: { readonly id: string } }[]): number =>
  new Set(lines.map(({ project }) => project.id)).size;

/** Sums by a key, as the API orders none of: by key. */
function groups(
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

const KEYS: Readonly<Record<(typeof GROUPINGS)[number], (line: NaiveLine | NaiveOpen) => string | null>> = {
  owner: ({ project }) => project.owner,
  kind: ({ project }) => project.kind,
  commune: ({ project }) => project.commune,
  source: ({ source }) => source,
  planType: ({ type }) => type,
};

const byKey = <T extends { readonly key: string | null }>(items: readonly T[]): Map<string | null, T> =>
  new Map(items.map((item) => [item.key, item]));

/** Fails with the question, so that it can be asked again by hand. */
function same(what: string, { query, slice, actor }: Asked, found: unknown, expected: unknown): void {
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
const pick = (sums: NaiveSums): NaiveSums =>
  Object.fromEntries(SUMS.map((name) => [name, sums[name]])) as unknown as NaiveSums;
const sameGroups = (
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

async function summaries(asked: Asked): Promise<number> {
  const { query, actor, district, projects, approved } = asked;
  const isSource = query.source !== undefined;
  const own = planned(asked);
  const others = projects.filter((one) => !own.includes(one));
  const { plan, reported, open } = cut(asked, own);
  const outside = cut(asked, others);
  const covered = own.filter(({ code }) =>
    (['current-year', 'carried-over'] as const).some(
      (type) =>
        (query.planType === undefined || type === query.planType) &&
        [...planOn(approved, code, type, query.asOf).keys()].some(
          (source) => !isSource || source === query.source,
        ),
    ),
  );
  const isCovered = ({ project }: { readonly project: { readonly id: string } }): boolean =>
    covered.some(({ id }) => id === project.id);
  const dates = [...reported, ...open].filter(isCovered).flatMap(({ on }) => on ?? []);
  /** Its newest figure is dated before the week that the last letter was about: a Friday's, of the seven days before it. */
  const isOld = (id: string): boolean => {
    const newest = [...reported, ...open].flatMap(({ project, on }) => (project.id === id ? (on ?? []) : []));
    return newest.length > 0 && newest.every((on) => on < addDays(lastFriday(query.asOf), -7));
  };
  const groupBy = GROUPINGS[asked.which % GROUPINGS.length] ?? 'source';
  const found = await district.system.app.get(Summarize).summarize(actor, { ...query, groupBy });
  same('summary', asked, pick(found), sumsOf([...plan, ...reported], open, isSource));
  same('unplanned', asked, found.unplanned, {
    projects: distinct([...outside.reported, ...outside.open]),
    disbursed: add(outside.reported.map(({ disbursed }) => disbursed))?.toString() ?? null,
  });
  same('coverage', asked, found.coverage, {
    projects: covered.length,
    reported: distinct(
      [...reported.filter(({ disbursed }) => disbursed !== null), ...open].filter(isCovered),
    ),
    oldest: dates.toSorted()[0] ?? null,
    newest: dates.toSorted().at(-1) ?? null,
    stale: covered.filter(({ id }) => isOld(id)).length,
  });
  const bySource = groupBy === 'source';
  const whole = linesOf(approved, own, query);
  const lines = bySource && !isSource ? whole : { plan, reported, open };
  const counts = bySource && !isSource ? ofPlannedSource(asked) : () => true;
  const counted = [...lines.plan, ...lines.reported].filter(counts);
  const grouped = groups(counted, lines.open.filter(counts), KEYS[groupBy], bySource || isSource);
  const without = lines.reported.filter((line) => !counts(line));
  sameGroups(
    `summary by ${groupBy}`,
    asked,
    found.groups.filter(({ key, projects: count }) => count > 0 || grouped.has(key)),
    grouped,
  );
  for (const { key, unplanned } of bySource ? found.groups : []) {
    const own = without.filter(({ source, disbursed }) => source === key && disbursed !== null);
    same(`unplanned of ${key ?? ''}`, asked, unplanned, {
      projects: distinct(own),
      disbursed: add(own.map(({ disbursed }) => disbursed))?.toString() ?? null,
    });
  }
  return 4;
}

async function facets(asked: Asked): Promise<number> {
  const { query, slice, actor, district, approved } = asked;
  const isSource = query.source !== undefined;
  const own = planned(asked);
  const found = await district.system.app.get(SumFacets).sum(actor, { ...query, ...slice });
  const of = (but?: string) =>
    cut(
      asked,
      own.filter((one) => isIn(slice, one, but)),
    );
  const total = of();
  same('total', asked, pick(found.total), sumsOf([...total.plan, ...total.reported], total.open, isSource));
  same(
    'projects of the total',
    asked,
    found.total.projects,
    distinct([...total.plan, ...total.reported, ...total.open]),
  );
  for (const facet of ['owner', 'kind', 'commune'] as const) {
    const lines = of(facet);
    sameGroups(
      facet,
      asked,
      found[facet],
      groups([...lines.plan, ...lines.reported], lines.open, KEYS[facet], isSource),
    );
  }
  // The condition on the source is left out, each line asks for a plan of its own.
  const lines = linesOf(
    approved,
    asked.projects.filter((one) => isIn(slice, one)),
    query,
  );
  const counts = ofPlannedSource(asked);
  sameGroups(
    'source',
    asked,
    found.source,
    groups([...lines.plan, ...lines.reported].filter(counts), lines.open.filter(counts), KEYS.source, true),
  );
  return 6;
}

async function curve(asked: Asked): Promise<number> {
  const { query, actor, district, projects, approved } = asked;
  const found = await district.system.app.get(DrawCurve).draw(actor, { ...query, blocked: [], target: 95 });
  const own = planned(asked);
  const text = (amount: bigint | null): string => (amount ?? 0n).toString();
  same(
    'plan of the curve',
    asked,
    found.planned,
    add(cut(asked, own).plan.map((line) => line.planned))?.toString() ?? null,
  );
  let compared = 1;
  for (const day of REPORTED.filter((date) => date <= query.asOf)) {
    const point = found.points.findLast(({ asOf }) => asOf <= day);
    const { reported, open } = cut(asked, own, day);
    same(
      `curve on ${day}`,
      asked,
      [point?.disbursed ?? '0', point?.notSplit ?? '0'],
      [text(add(reported.map(({ disbursed }) => disbursed))), text(add(open.map(({ amount }) => amount)))],
    );
    compared += 1;
  }
  const first = DECIDED.find((day) =>
    projects.some(({ code }) => planOn(approved, code, 'current-year', day).size > 0),
  );
  const initially =
    first === undefined || (query.planType ?? 'current-year') !== 'current-year'
      ? null
      : add(
          projects.flatMap(({ code }) =>
            [...planOn(approved, code, 'current-year', first)].flatMap(([source, amount]) =>
              query.source === undefined || source === query.source ? [amount] : [],
            ),
          ),
        );
  same('plan as first assigned', asked, found.plannedInitially, initially?.toString() ?? null);
  return compared + 1;
}

async function standings(asked: Asked): Promise<number> {
  const { query, slice, actor, district, projects } = asked;
  const { items } = await district.system.app
    .get(ListStandings)
    .list(actor, { ...query, ...slice, limit: 100 });
  const expected = rowsOf(
    asked,
    projects.filter((one) => isIn(slice, one)),
  );
  const found = items.map(
    (row) => [row.id, { ...pick(row as unknown as NaiveSums), asOf: row.asOf }] as const,
  );
  same('standings', asked, new Map(found), expected);
  return expected.size;
}

async function projectFigures(asked: Asked): Promise<number> {
  const { query, actor, district, projects } = asked;
  const { items } = await district.system.app.get(ListProjectFigures).list(actor, { ...query, limit: 100 });
  const found = items.map(
    (row) => [row.id, { ...pick(row as unknown as NaiveSums), asOf: row.asOf }] as const,
  );
  const expected = rowsOf(asked, projects);
  same('project figures', asked, new Map(found), expected);
  for (const { lines, planned: whole, disbursed } of items) {
    const sum = (field: 'planned' | 'disbursed'): string | null =>
      add(lines.map((line) => (line[field] === null ? null : BigInt(line[field]))))?.toString() ?? null;
    same('lines of a project', asked, [whole, disbursed], [sum('planned'), sum('disbursed')]);
  }
  return expected.size;
}

/** A row for each project with lines. */
function rowsOf(asked: Asked, projects: readonly Held[]) {
  const { plan, reported, open } = cut(asked, projects);
  return new Map(
    projects.flatMap((project) => {
      const is = (line: { readonly project: { readonly id: string } }): boolean =>
        line.project.id === project.id;
      const [lines, ownOpen] = [[...plan, ...reported].filter(is), open.filter(is)];
      if (lines.length === 0 && ownOpen.length === 0) return [];
      const dates = [...lines, ...ownOpen].flatMap(({ on }) => on ?? []);
      const sums = sumsOf(lines, ownOpen, asked.query.source !== undefined);
      return [[project.id, { ...sums, asOf: dates.toSorted().at(-1) ?? null }] as const];
    }),
  );
}

async function reconciliation(asked: Asked): Promise<number> {
  const { query, actor, district, projects, approved } = asked;
  const { items } = await district.system.app
    .get(Reconcile)
    .rows(actor, { planYear: 2023, asOf: query.asOf, limit: 100 });
  const expected = projects.flatMap(({ id, code }) => {
    const of = (basis: 'reported' | 'treasury') =>
      figuresOf(approved, code, basis).flatMap(({ type, from, until, lines }) =>
        type === 'current-year' && from <= query.asOf && until > query.asOf ? lines : [],
      );
    const sides = [of('reported'), of('treasury')] as const;
    const isWhole = sides.flat().some(({ source }) => source === 'unspecified');
    const keys = isWhole ? [null] : [...new Set(sides.flat().map(({ source }) => source))];
    return keys.map((key) => {
      const [board, treasury] = sides.map((lines) => {
        const own = lines.filter(({ source }) => key === null || source === key);
        return own.length === 0
          ? undefined
          : (add(own.map(({ disbursed }) => disbursed))?.toString() ?? null);
      });
      return [`${id} ${key ?? ''}`, [board, treasury]] as const;
    });
  });
  const found = items.map(
    ({ project, source, board, treasury }) =>
      [`${project.id} ${source?.code ?? ''}`, [board?.disbursed, treasury?.disbursed]] as const,
  );
  same('reconciliation', asked, new Map(found), new Map(expected));
  for (const { board, treasury, difference } of items)
    if (board?.disbursed != null && treasury?.disbursed != null)
      same(
        'difference',
        asked,
        difference,
        (BigInt(treasury.disbursed) - BigInt(board.disbursed)).toString(),
      );
  return expected.length;
}

/** What the project's page draws: the plan before and after each decision, and the figure that counts for each date. */
async function course(asked: Asked, { id, code }: Held): Promise<number> {
  const { query, actor, district, approved } = asked;
  const found = await district.system.app.get(TraceFigures).trace(actor, id, 2023, query.asOf);
  const plan = (day: string): bigint | null => add([...planOn(approved, code, 'current-year', day).values()]);
  const decided = DECIDED.filter((day) =>
    approved.some(
      (one) =>
        one.type === 'plan' &&
        one.date === day &&
        (one.lines[code] ?? []).some(({ type }) => type === 'current-year'),
    ),
  );
  same(
    'plan by decision',
    asked,
    found.planSteps.map(({ effectiveOn, before, after }) => [effectiveOn, before, after]),
    decided.map((day, index) => {
      const before = decided[index - 1];
      return [
        day,
        before === undefined ? null : (plan(before)?.toString() ?? null),
        plan(day)?.toString() ?? null,
      ];
    }),
  );
  const reported = figuresOf(approved, code, 'reported').flatMap(({ type, from, lines }) => {
    const sum = add(lines.map(({ disbursed }) => disbursed));
    return type !== 'current-year' || sum === null
      ? []
      : [[from, sum.toString(), plan(from)?.toString() ?? null]];
  });
  same(
    'figures by date',
    asked,
    found.course.map(({ asOf, disbursed, planned: then }) => [asOf, disbursed, then]),
    reported,
  );
  return decided.length + reported.length;
}

/** The Friday on or before a day. */
function lastFriday(day: PlainDate): PlainDate {
  return dayOfWeek(day) === 5 ? day : lastFriday(addDays(day, -1));
}
