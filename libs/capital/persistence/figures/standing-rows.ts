import type { SortOrder, StandingSort } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { PROJECT_SEARCH, type ProjectKind } from '@thongvon/projects';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import type { MovingSums } from '../../domain/figures/moving-amounts';
import type { PaceSums } from '../../domain/figures/shown-pace';
import { facetsSql, standingsSql } from './standings-sql';

/** A project as a list shows it, with the day of its newest figures; null: it has none. */
export interface StandingProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  readonly asOf: PlainDate | null;
}

/** A row of `standingList`: sums as text, whole đồng. */
export type StandingRow = StandingProject & MovingSums & PaceSums;

const COLUMNS = `p.id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner, p.commune,
  p.as_of AS "asOf", p.planned, p.disbursed, p.completed, p.advance, p.week_ago AS before, p.week_ago_on AS "beforeOn",
  p.week_ago_open::int AS "beforeOpen", p.month_ago AS "monthAgo", p.month_ago_on AS "monthAgoOn",
  p.month_ago_open::int AS "monthAgoOpen", p.forecast, p.derived, p.by_treasury, p.not_split,
  (p.not_split IS NOT NULL)::int AS not_split_projects, round(p.pace) AS "perWeek",
  CASE WHEN p.pace IS NOT NULL THEN p.month_ago_on END AS "paceFrom", CASE WHEN p.pace IS NOT NULL THEN p.as_of END AS "paceTo",
  (p.pace IS NOT NULL)::int AS paced, (p.forecast IS NULL)::int AS "withoutPace", coalesce(p.is_silent, false)::int AS silent,
  p.as_of AS "silentSince", p.as_of AS newest, (p.not_split IS NOT NULL)::int AS "paceOpen"`;

/** What is sorted by. Null where it isn't known. */
const SORTS: Readonly<Record<StandingSort, SortKey>> = {
  name: { sql: 'p.name_key', type: 'text' },
  planned: { sql: 'p.planned', type: 'numeric' },
  disbursed: { sql: 'p.disbursed', type: 'numeric' },
  remaining: { sql: 'CASE WHEN p.not_split IS NULL THEN p.planned - p.disbursed END', type: 'numeric' },
  rate: { sql: 'CASE WHEN p.not_split IS NULL THEN p.disbursed / nullif(p.planned, 0) END', type: 'numeric' },
  weekChange: { sql: 'p.week_change', type: 'numeric' },
  shortfall: { sql: 'p.planned - p.forecast', type: 'numeric' },
  asOf: { sql: 'p.as_of', type: 'date' },
};

/** The projects that the actor sees and that the query asks for, each with how it stands: by name unless asked otherwise. */
export function standingList(
  actor: Actor,
  query: FiguresQuery & Slice & { readonly sort?: StandingSort; readonly order?: SortOrder },
): ListSource {
  const where = new Conditions();
  const standings = standingsSql(actor, query, where);
  for (const condition of Object.values(facetsSql(query, where))) where.also(condition);
  where.matching(PROJECT_SEARCH, query.q);
  const descending = query.order === 'descending';
  return {
    columns: COLUMNS,
    from: `(WITH ${standings} SELECT * FROM standing) p`,
    where,
    sort: [lastWhereUnknown(SORTS[query.sort ?? 'name'], descending), { sql: 'p.id', type: 'uuid' }],
    descending,
  };
}

/** What isn't known comes last, whichever way the list is sorted. */
function lastWhereUnknown({ sql, type }: SortKey, descending: boolean): SortKey {
  const extremes = { numeric: ['-1e30', '1e30'], date: ['-infinity', 'infinity'] } as const;
  if (type !== 'numeric' && type !== 'date') return { sql, type };
  const [lowest, highest] = extremes[type];
  return { sql: `coalesce(${sql}, '${descending ? lowest : highest}')`, type };
}
