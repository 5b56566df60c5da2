import type { EntityManager } from 'typeorm';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { NamedOffice } from '../domain/responsible-office';

/** Words of a blocker's unit that mean no organisation yet. */
export interface UnmatchedUnit {
  readonly blockerId: string;
  readonly unit: string;
  /** Who holds the project. */
  readonly holderId: string;
}

/** Of these blockers, or of all, with the words of returns and of people, but where a person said which office it is. */
export function unmatchedUnits(
  manager: EntityManager,
  blockerIds: readonly string[] | null,
): Promise<UnmatchedUnit[]> {
  return manager.query<UnmatchedUnit[]>(
    `SELECT said.blocker_id AS "blockerId", said.unit, coalesce(p.owner_id, p.registered_by) AS "holderId"
     FROM (
       SELECT blocker_id, responsible_unit AS unit FROM blockers.blocker_mention
       WHERE responsible_unit IS NOT NULL AND ($1::uuid[] IS NULL OR blocker_id = ANY($1))
       UNION
       SELECT blocker_id, changes->>'responsibleUnit' FROM blockers.blocker_action
       WHERE changes->>'responsibleUnit' IS NOT NULL AND NOT changes ? 'responsibleOfficeId'
         AND ($1::uuid[] IS NULL OR blocker_id = ANY($1))
     ) said JOIN blockers.blocker b ON b.id = said.blocker_id JOIN projects.project_ref p ON p.id = b.project_id
     WHERE NOT EXISTS (
       SELECT FROM blockers.unit_match m WHERE m.blocker_id = said.blocker_id AND m.unit = said.unit
     )
     ORDER BY said.blocker_id, said.unit`,
    [blockerIds],
  );
}

/** What words were found to mean. */
export interface FoundUnit extends Pick<UnmatchedUnit, 'blockerId' | 'unit'> {
  readonly organizationId: string;
}

/** Appends them; what another transaction has found meanwhile stays. `at`: business clock. */
export async function insertUnitMatches(
  manager: EntityManager,
  found: readonly FoundUnit[],
  at: Date,
): Promise<void> {
  if (found.length === 0) return;
  await manager.query(
    `INSERT INTO blockers.unit_match (blocker_id, unit, organization_id, recorded_at)
     SELECT "blockerId", unit, "organizationId", $2
     FROM jsonb_to_recordset($1) AS t ("blockerId" uuid, unit text, "organizationId" uuid) ON CONFLICT DO NOTHING`,
    [JSON.stringify(found), at],
  );
}

/** SQL: the offices below the same top one as who holds the project of blocker `id` (an expression), ended ones too. */
const officesAroundSql = (id: string): string => `
  WITH RECURSIVE above AS (
    SELECT o.id, o.parent_id FROM blockers.blocker b JOIN projects.project_ref p ON p.id = b.project_id
      JOIN organizations.organization_ref o ON o.id = coalesce(p.owner_id, p.registered_by) WHERE b.id = ${id}
    UNION SELECT over.id, over.parent_id FROM organizations.organization_ref over JOIN above ON over.id = above.parent_id
  ), below AS (
    SELECT id FROM above WHERE parent_id IS NULL
    UNION SELECT under.id FROM organizations.organization_ref under JOIN below ON under.parent_id = below.id
  )
  SELECT o.id, o.name, o.name_key, o.effective_to, o.successor_id FROM below JOIN organizations.organization_ref o USING (id)`;

/** The offices that the words of a blocker's unit may mean; none where it has an office now. */
export function officesToMean(manager: EntityManager, blockerId: string): Promise<NamedOffice[]> {
  return manager.query<NamedOffice[]>(
    `SELECT id, name, effective_to IS NOT NULL AS "hasEnded", successor_id AS "successorId" FROM (${officesAroundSql('$1')}) o
     WHERE EXISTS (
       SELECT FROM blockers.blocker_position
       WHERE blocker_id = $1 AND valid_to = 'infinity' AND responsible_office_id IS NULL AND responsible_unit IS NOT NULL
     ) ORDER BY name_key, id`,
    [blockerId],
  );
}

/** Those that may be named as responsible for a blocker: all that exist below the same top office. By name. */
export function officesToName(blockerId: string, q: string | undefined): ListSource {
  const where = new Conditions();
  const around = officesAroundSql(`${where.parameter(blockerId)}::uuid`);
  return {
    columns: 'o.id, o.name',
    from: `(${around}) o`,
    where: where.also('o.effective_to IS NULL').matching('o.name_key', q),
    sort: [
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ],
  };
}

/** The office of this id, if it may be named as responsible for the blocker. */
export async function officeToName(
  manager: EntityManager,
  blockerId: string,
  officeId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const [office] = await manager.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM (${officesAroundSql('$1')}) o WHERE id = $2 AND effective_to IS NULL`,
    [blockerId, officeId],
  );
  return office;
}

/** SQL: an organisation by id and name; null without one. `id`: an expression. */
export const officeRef = (id: string): string =>
  `(SELECT json_build_object('id', office.id, 'name', office.name) FROM organizations.organization_ref office WHERE office.id = ${id})`;
