import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import type { Basis } from '../../domain/figures/basis';
import type { FigureOfType, StandingFigure } from '../../domain/figures/figure-shifts';
import { figuresAsKnownSql, positionsAsKnownSql } from './figures-sql';

interface Question {
  readonly planYear: PlanYear;
  readonly basis: Basis;
  readonly on: PlainDate;
}

/** Projects of returns that count or don't count any more and are not derived yet: they are asked of the ledger. */
export async function notDerived(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM capital.figure WHERE return_id IN (
       SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL)`,
  );
  return rows.map(({ id }) => id);
}

/** What is in force on a day of these projects, and of all of which the ending returns tell. */
export async function figuresInForce(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  projectIds: readonly string[],
  ending: readonly string[],
): Promise<StandingFigure[]> {
  return manager.query<StandingFigure[]>(
    `WITH reported AS MATERIALIZED (SELECT DISTINCT project_id FROM capital.figure WHERE return_id = ANY($6))
     SELECT p.id AS "projectId", p.code, p.name, f.plan_type AS "planType", sum(f.disbursed)::text AS disbursed,
       p.id IN (SELECT project_id FROM reported) AS ends, bool_or(f.valid_from = $4) AS "sameDay"
     FROM (${positionsAsKnownSql('NULL', '$1')}) f JOIN projects.project_ref p ON p.id = f.project_id
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from <= $4 AND f.valid_to > $4
       AND (f.project_id = ANY($5) OR f.project_id IN (SELECT project_id FROM reported))
     GROUP BY p.id, p.code, p.name, f.plan_type`,
    [await notDerived(manager), planYear, basis, on, projectIds, ending],
  );
}

/** What would be in force on that day, without the ending returns, of all of which they tell. */
export async function figuresWithout(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  ending: readonly string[],
): Promise<Pick<FigureOfType, 'projectId' | 'planType' | 'disbursed'>[]> {
  const reported = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM capital.figure WHERE return_id = ANY($1)`,
    [ending],
  );
  return manager.query<Pick<FigureOfType, 'projectId' | 'planType' | 'disbursed'>[]>(
    `SELECT project_id AS "projectId", plan_type AS "planType", sum(disbursed)::text AS disbursed
     FROM (${figuresAsKnownSql('NULL', '$1', 'NULL', '$2')}) f
     WHERE plan_year = $3 AND basis = $4 AND valid_from <= $5 AND valid_to > $5
     GROUP BY project_id, plan_type`,
    [reported.map(({ id }) => id), ending, planYear, basis, on],
  );
}

/** From which later day another figure of the project speaks for a plan type, so that a change of this day ends there. */
export interface NextFigure {
  readonly projectId: string;
  readonly planType: PlanType;
  readonly on: PlainDate;
}

/** The next figures of these projects, and of all of which the ending returns tell, after a day. */
export async function figuresAfter(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  projectIds: readonly string[],
  ending: readonly string[],
): Promise<NextFigure[]> {
  return manager.query<NextFigure[]>(
    `SELECT f.project_id AS "projectId", f.plan_type AS "planType", min(f.valid_from) AS on
     FROM (${positionsAsKnownSql('NULL', '$1')}) f
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from > $4 AND (f.project_id = ANY($5)
       OR f.project_id IN (SELECT project_id FROM capital.figure WHERE return_id = ANY($6)))
     GROUP BY f.project_id, f.plan_type`,
    [await notDerived(manager), planYear, basis, on, projectIds, ending],
  );
}

/** What these offices' projects on a day, and the touched ones, have disbursed of a plan type on that day; whole đồng. */
export async function disbursedTotal(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  planType: PlanType,
  { scope, touched }: { readonly scope: readonly string[]; readonly touched: readonly string[] },
): Promise<bigint> {
  const [row] = await manager.query<{ total: string }[]>(
    `SELECT coalesce(sum(f.disbursed), 0)::text AS total
     FROM (${positionsAsKnownSql('NULL', '$1')}) f JOIN projects.project_ref p ON p.id = f.project_id ${joinFormerHolder('$4::date')}
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from <= $4 AND f.valid_to > $4 AND f.plan_type = $5
       AND (${HELD_BY} = ANY($6) OR p.id = ANY($7))`,
    [await notDerived(manager), planYear, basis, on, planType, scope, touched],
  );
  return BigInt(row?.total ?? 0);
}
