import { DrawCurve, Summarize, SumFacets } from '@thongvon/capital';
import { addDays, dayOfWeek, type PlainDate } from '@thongvon/kernel';
import { GROUPINGS } from '@thongvon/api-contract';
import { linesOf, sumsOf } from './naive';
import { add, planOn } from './naive-ledger';
import { DECIDED, REPORTED } from './portfolio';
import {
  cut,
  distinct,
  groups,
  isIn,
  KEYS,
  ofPlannedSource,
  pick,
  planned,
  same,
  sameGroups,
  type Asked,
} from './question';

/** The summary with its groups, what it leaves out, and how far reports reach. */
export async function summaries(asked: Asked): Promise<number> {
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

/** The sums by owner, kind, commune, group and source under the conditions on the others. */
export async function facets(asked: Asked): Promise<number> {
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
  for (const facet of ['owner', 'kind', 'commune', 'group'] as const) {
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

/** The course of the plan year, on each day of which there are figures. */
export async function curve(asked: Asked): Promise<number> {
  const { query, actor, district, projects, approved } = asked;
  const found = await district.system.app.get(DrawCurve).draw(actor, { ...query, target: 95 });
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

/** The Friday on or before a day. */
function lastFriday(day: PlainDate): PlainDate {
  return dayOfWeek(day) === 5 ? day : lastFriday(addDays(day, -1));
}
