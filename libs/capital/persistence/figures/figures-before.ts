import type { EntityManager } from 'typeorm';
import {
  dongOf,
  groupBy,
  type PlainDate,
  type PlanType,
  type PlanYear,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import { everHeldBy, holderOn } from '@thongvon/projects';
import type { Basis } from '../../domain/figures/figures-query';
import type { FigureOfDay, FiguresAround } from '../../domain/figures/cumulative-order';
import { notDerived, partsOf, partsSql, positionsAsKnownSql, type WrittenPart } from './figures-sql';

/**
 * The last approved figure of a project before a date, also where it isn't derived yet; what is in force on the date itself is
 * another question, `figuresInForce`: this year's plan, summed over sources, whole đồng.
 */
export interface FigureBefore {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly asOf: PlainDate;
  readonly disbursed: bigint | null;
  /** Since which as-of date that amount has stood unchanged. */
  readonly since: PlainDate;
  /** The organisation that reported it. */
  readonly organizationId: string;
}

interface Question {
  readonly organizationId: string;
  /** The organisation and all below it. */
  readonly scope: readonly string[];
  readonly projectIds: readonly string[];
  readonly planYear: PlanYear;
  readonly basis: Basis;
  readonly before: PlainDate;
}

/** By project id, for the given projects and for all of its own that the organisation reported last. */
export async function figuresBefore(
  manager: EntityManager,
  question: Question,
): Promise<Map<string, FigureBefore>> {
  const changed = await notDerived(manager);
  const last = await lastFigures(manager, question, changed);
  const projectIds = last.map((row) => row.projectId);
  const since = await standingSince(manager, { ...question, projectIds }, changed);
  return new Map(
    last.map((row) => [
      row.projectId,
      {
        ...row,
        disbursed: dongOf(row.disbursed),
        since: since.get(row.projectId) ?? row.asOf,
      },
    ]),
  );
}

type LastFigure = Omit<FigureBefore, 'disbursed' | 'since'> & { readonly disbursed: string | null };

async function lastFigures(
  manager: EntityManager,
  question: Question,
  changed: readonly string[],
): Promise<LastFigure[]> {
  const among = [...new Set([...question.projectIds, ...(await everHeldBy(manager, question.scope))])];
  return manager.query<LastFigure[]>(
    `SELECT d.project_id AS "projectId", p.code, p.name, d.valid_from AS "asOf", sum(d.disbursed) AS disbursed,
       min(r.organization_id::text) AS "organizationId"
     FROM (${positionsAsKnownSql('NULL', '$7')}) d
     JOIN capital.figure f ON f.id = d.figure_id JOIN returns.return_ref r ON r.id = f.return_id JOIN projects.project_ref p ON p.id = d.project_id
     WHERE d.plan_year = $1 AND d.basis = $2 AND d.plan_type = 'current-year'
       AND d.valid_from < $3 AND d.valid_to >= $3 AND d.project_id = ANY($8) AND (d.project_id = ANY($4) OR (r.organization_id = $5 AND ${holderOn('$3::date')} = ANY($6)))
     GROUP BY d.project_id, d.valid_from, p.code, p.name
     ORDER BY p.code NULLS LAST, p.name`,
    [
      question.planYear,
      question.basis,
      question.before,
      question.projectIds,
      question.organizationId,
      question.scope,
      changed,
      among,
    ],
  );
}

/**
 * By project id. One pass over each project's history instead of a join with itself: just after a large return the
 * planner knows nothing of its rows and would compare each with each.
 */
async function standingSince(
  manager: EntityManager,
  question: Omit<Question, 'organizationId' | 'scope'>,
  changed: readonly string[],
): Promise<Map<string, PlainDate>> {
  const rows = await manager.query<{ projectId: string; since: PlainDate }[]>(
    `SELECT project_id AS "projectId",
       coalesce(max(valid_to) FILTER (WHERE disbursed IS DISTINCT FROM latest), min(valid_from)) AS since
     FROM (
       SELECT project_id, valid_from, valid_to, sum(disbursed) AS disbursed,
         first_value(sum(disbursed)) OVER (PARTITION BY project_id ORDER BY valid_from DESC) AS latest
       FROM (${positionsAsKnownSql('NULL', '$5')}) known
       WHERE plan_year = $1 AND basis = $2 AND plan_type = 'current-year'
         AND valid_from < $3 AND project_id = ANY($4)
       GROUP BY project_id, valid_from, valid_to
     ) history
     GROUP BY project_id`,
    [question.planYear, question.basis, question.before, question.projectIds, changed],
  );
  return new Map(rows.map(({ projectId, since }) => [projectId, since]));
}

/**
 * By `project plan-type`: the approved figures around a day of these projects, the nearest first. Of the days before and after it, the
 * nearest one that says each amount of each source, and the nearest one of each way to say it: split by source, not split, or in part.
 * Without their cells, unless they are asked for: those of a large return are more than all else of it.
 */
export async function figuresAround(
  manager: EntityManager,
  { scope, projectIds, planYear, basis, before: day }: Omit<Question, 'organizationId'>,
  { withCells }: { readonly withCells: boolean },
): Promise<Map<string, FiguresAround>> {
  const nearest = (day: string, said = 'true'): string =>
    `CASE WHEN later THEN min(${day}) FILTER (WHERE ${said}) ELSE max(${day}) FILTER (WHERE ${said}) END`;
  const each = (of: (measure: string) => string): string =>
    ['disbursed', 'completed', 'advance'].map(of).join(', ');
  const rows = await manager.query<FigureAround[]>(
    `WITH known AS MATERIALIZED (
       SELECT *, valid_from > $4 AS later, source_code = '${UNSPECIFIED_SOURCE}' AS whole
       FROM (${positionsAsKnownSql('NULL', '$1')}) position
       WHERE plan_year = $2 AND basis = $3 AND project_id = ANY($5) AND valid_from <> $4
     ),
     of_source AS (
       SELECT project_id, plan_type, ${each((measure) => `${nearest('valid_from', `${measure} IS NOT NULL`)} AS ${measure}_on`)}
       FROM known GROUP BY project_id, plan_type, later, source_code
     ),
     of_day AS (
       SELECT project_id, plan_type, later, valid_from,
         ${each((measure) => `bool_or(NOT whole) FILTER (WHERE ${measure} IS NOT NULL) AS ${measure}_split`)},
         ${each((measure) => `bool_or(whole AND ${measure} <> 0) FILTER (WHERE ${measure} IS NOT NULL) AS ${measure}_rest`)}
       FROM known GROUP BY project_id, plan_type, later, valid_from
     ),
     ways AS (
       SELECT project_id, plan_type, later, ${each((measure) => `${measure}_split, ${measure}_rest`)}, ${nearest('valid_from')} AS day
       FROM of_day GROUP BY project_id, plan_type, later, ${each((measure) => `${measure}_split, ${measure}_rest`)}
     ),
     asked AS (
       SELECT project_id, plan_type, day FROM of_source
         CROSS JOIN LATERAL (VALUES ${each((measure) => `(${measure}_on)`)}) each_measure (day) WHERE day IS NOT NULL
       UNION
       SELECT project_id, plan_type, ${nearest('day')} FROM (
         SELECT project_id, plan_type, later, day, measure, split, rest FROM ways
           CROSS JOIN LATERAL (VALUES ${each((measure) => `('${measure}', ${measure}_split, ${measure}_rest)`)}) each_measure (measure, split, rest)
         WHERE split IS NOT NULL
       ) way GROUP BY project_id, plan_type, later, measure, split, rest
     )
     SELECT f.project_id AS "projectId", f.plan_type AS "planType", f.valid_from AS "asOf", f.later AS "isLater",
       min(r.file_name) AS file, bool_and(r.organization_id = ANY($6)) AS readable,
       ${partsSql(withCells ? 'reported.cells' : undefined)} AS parts
     FROM asked JOIN known f ON f.project_id = asked.project_id AND f.plan_type = asked.plan_type AND f.valid_from = asked.day
       JOIN capital.figure reported ON reported.id = f.figure_id
       JOIN returns.return_ref r ON r.id = reported.return_id LEFT JOIN projects.source_ref s ON s.code = f.source_code
     GROUP BY f.project_id, f.plan_type, f.valid_from, f.later ORDER BY abs(f.valid_from - $4::date)`,
    [await notDerived(manager), planYear, basis, day, projectIds, scope],
  );
  const figureOf = ({ asOf, parts, file, readable }: FigureAround): FigureOfDay => ({
    asOf,
    parts: partsOf(parts),
    file: readable ? file : null,
  });
  const around = groupBy(rows, ({ projectId, planType }) => aroundKey(projectId, planType));
  return new Map(
    [...around].map(([key, figures]) => [
      key,
      {
        earlier: figures.filter(({ isLater }) => !isLater).map(figureOf),
        later: figures.filter(({ isLater }) => isLater).map(figureOf),
      },
    ]),
  );
}

/** The key of `figuresAround`. */
export const aroundKey = (projectId: string, planType: PlanType): string => `${projectId} ${planType}`;

interface FigureAround {
  readonly projectId: string;
  readonly planType: PlanType;
  readonly asOf: PlainDate;
  readonly isLater: boolean;
  readonly parts: readonly WrittenPart[];
  readonly file: string;
  /** The return is of an office whose returns the sender may read. */
  readonly readable: boolean;
}
