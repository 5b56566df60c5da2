import type { EntityManager } from 'typeorm';
import type { SourceCell } from '@thongvon/land-clearance';
import { together } from '@thongvon/platform';
import { effectiveReturnsSql } from '@thongvon/returns';
import type { PlainDate } from '@thongvon/kernel';
import type { BlockerText, RemarkDecision, RemarkGround } from '../domain/remark-decisions';

/** SQL for the cell of the remark that a blocker was opened from; null: it has another origin. `blockerId`: an expression. */
export const remarkCell = (blockerId: string): string =>
  `(SELECT json_build_object('returnId', d.return_id, 'sheet', d.sheet, 'cell', d.cell)
    FROM blockers.remark_decision d WHERE d.blocker_id = ${blockerId})`;

/** A decision as it is kept. */
export interface KeptDecision extends RemarkDecision {
  readonly id: string;
  readonly text: string;
  readonly returnId: string;
  readonly sheet: string;
  readonly cell: string;
  readonly blockerId: string | null;
  readonly at: Date;
  /** Who made it. */
  readonly by: string;
  /** The return's office and day. */
  readonly organizationId: string;
  readonly asOf: PlainDate | null;
}

/** SQL: the projects in $1, and those of which the return in $2 (null: none) was approved with remarks. */
const ASKED = `(SELECT unnest($1::uuid[]) UNION SELECT project_id FROM blockers.reported_remark WHERE return_id = $2)`;

/**
 * What has been said of the remarks of these projects, and of those of which the return was approved with remarks: oldest first;
 * and what is a blocker of theirs.
 */
export async function remarkGround(
  manager: EntityManager,
  projectIds: readonly string[],
  returnId: string | null = null,
): Promise<RemarkGround<KeptDecision>> {
  return together(manager, async (all) => {
    const [decisions, blockers] = await Promise.all([
      keptDecisions(all, projectIds, returnId),
      all.query<BlockerText[]>(
        `SELECT b.project_id AS "projectId", said.text FROM blockers.blocker b CROSS JOIN LATERAL (
           SELECT m.text FROM blockers.blocker_mention m WHERE m.blocker_id = b.id AND m.type = 'named'
           UNION SELECT a.changes->>'description' FROM blockers.blocker_action a WHERE a.blocker_id = b.id AND a.changes ? 'description'
         ) said WHERE b.project_id IN ${ASKED} AND said.text IS NOT NULL`,
        [projectIds, returnId],
      ),
    ]);
    return { decisions, blockers };
  });
}

function keptDecisions(
  manager: EntityManager,
  projectIds: readonly string[],
  returnId: string | null,
): Promise<KeptDecision[]> {
  return manager.query<KeptDecision[]>(
    `SELECT d.id, d.project_id AS "projectId", d.remark_key AS key, d.type, d.text, d.return_id AS "returnId", d.sheet, d.cell,
       d.blocker_id AS "blockerId", d.recorded_at AS at, u.name AS by, r.organization_id AS "organizationId", r.as_of AS "asOf"
     FROM blockers.remark_decision d JOIN organizations.user_ref u ON u.id = d.actor_id
       JOIN returns.return_ref r ON r.id = d.return_id
     WHERE d.project_id IN ${ASKED} ORDER BY d.id`,
    [projectIds, returnId],
  );
}

/** The kind of table that a remark stands in. */
export type RemarkTable = 'land-clearance' | 'disbursement';

/** A remark of an approved return, of a project. */
export interface ApprovedRemark {
  readonly projectId: string;
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
}

/** The remarks of an approved return, in its order; empty before its approval. */
export function remarksOfReturn(manager: EntityManager, returnId: string): Promise<ApprovedRemark[]> {
  return manager.query<ApprovedRemark[]>(
    `SELECT project_id AS "projectId", text, sheet, cell FROM blockers.reported_remark WHERE return_id = $1 ORDER BY id`,
    [returnId],
  );
}

/** Appends the remarks of an approved return; a cell that is kept already stays as it is. */
export async function keepRemarks(
  manager: EntityManager,
  returnId: string,
  remarks: readonly (ApprovedRemark & { readonly table: RemarkTable })[],
): Promise<void> {
  if (remarks.length === 0) return;
  await manager.query(
    `INSERT INTO blockers.reported_remark (return_id, project_id, text, sheet, cell, table_kind)
     SELECT $1, "projectId", text, sheet, cell, "table"
     FROM jsonb_to_recordset($2) AS t ("projectId" uuid, text text, sheet text, cell text, "table" text)
     ON CONFLICT ON CONSTRAINT reported_remark_cell DO NOTHING`,
    [returnId, JSON.stringify(remarks)],
  );
}

/** A remark of a return that counts. */
export interface StandingRemark extends ApprovedRemark {
  readonly returnId: string;
  readonly organizationId: string;
  readonly asOf: PlainDate;
}

/**
 * What each sender's latest return up to a day that has figures of the project remarks on it, by kind of table, newest first:
 * a remark that the next one leaves out is proposed no longer.
 */
export function standingRemarks(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<StandingRemark[]> {
  return manager.query<StandingRemark[]>(
    `WITH reporting AS (
       SELECT DISTINCT ON (r.organization_id, reported.table_kind) r.id, r.organization_id, r.as_of, reported.table_kind
       FROM (
         SELECT return_id, 'land-clearance' AS table_kind FROM land_clearance.clearance_figure_ref WHERE project_id = $1
         UNION SELECT return_id, 'disbursement' FROM capital.figure_ref WHERE project_id = $1 AND basis = 'reported'
         UNION SELECT return_id, table_kind FROM blockers.reported_remark WHERE project_id = $1
       ) reported JOIN returns.return_ref r ON r.id = reported.return_id
         JOIN (${effectiveReturnsSql('NULL')}) effective ON effective.return_id = r.id
       WHERE r.as_of <= $2
       ORDER BY r.organization_id, reported.table_kind, r.as_of DESC, effective.rank DESC
     )
     SELECT m.project_id AS "projectId", m.text, m.sheet, m.cell, m.return_id AS "returnId",
       reporting.organization_id AS "organizationId", reporting.as_of AS "asOf"
     FROM reporting JOIN blockers.reported_remark m
       ON m.return_id = reporting.id AND m.table_kind = reporting.table_kind AND m.project_id = $1
     ORDER BY reporting.as_of DESC, m.id`,
    [projectId, asOf],
  );
}

/**
 * The remark that a cell of a return holds of a project: as it was approved, or as its last check proposed it; undefined
 * when it holds none. Of a return that no longer counts nobody decides.
 */
export async function remarkInCell(
  manager: EntityManager,
  projectId: string,
  { returnId, sheet, cell }: SourceCell,
): Promise<string | undefined> {
  const [found] = await manager.query<{ text: string }[]>(
    `SELECT text FROM blockers.reported_remark m JOIN returns.return_ref r ON r.id = m.return_id AND r.status IN ('approved', 'superseded')
     WHERE m.return_id = $1 AND m.sheet = $2 AND m.cell = $3 AND m.project_id = $4
     UNION ALL
     SELECT proposed.remark->>'text'
     FROM returns.return_reading_ref rr JOIN returns.return_ref r ON r.id = rr.return_id AND r.status IN ('needs-attention', 'ready', 'submitted')
       CROSS JOIN LATERAL json_array_elements(rr.preview->'remarks') AS proposed (remark)
     WHERE rr.return_id = $1 AND proposed.remark->>'state' = 'proposed' AND proposed.remark->>'projectId' = $4::text
       AND proposed.remark->'cell'->>'sheet' = $2 AND proposed.remark->'cell'->>'cell' = $3
     LIMIT 1`,
    [returnId, sheet, cell, projectId],
  );
  return found?.text;
}

/** Appends what a person says of a remark. */
export async function keepDecision(
  manager: EntityManager,
  decision: Omit<KeptDecision, 'id' | 'by' | 'organizationId' | 'asOf'> & { readonly actorId: string },
): Promise<void> {
  const { projectId, key, type, text, returnId, sheet, cell, blockerId, actorId, at } = decision;
  await manager.query(
    `INSERT INTO blockers.remark_decision
       (project_id, remark_key, type, text, return_id, sheet, cell, blocker_id, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [projectId, key, type, text, returnId, sheet, cell, blockerId, actorId, at],
  );
}

/** Whose returns these are, and of which day. */
export function returnsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<{ id: string; organizationId: string; asOf: PlainDate | null }[]> {
  return manager.query(
    `SELECT id, organization_id AS "organizationId", as_of AS "asOf" FROM returns.return_ref WHERE id = ANY($1)`,
    [ids],
  );
}
