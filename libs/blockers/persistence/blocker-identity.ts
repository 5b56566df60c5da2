import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { seesClearance } from '@thongvon/projects';
import type { DueProposal, HandoverProposal } from '../domain/proposals';
import type { KnownBlocker } from '../domain/reported-texts';
import { visibleBlockers } from './who-sees';

/** The blocker that goes on for one that was merged; itself for any other. */
export async function canonicalOf(manager: EntityManager, id: string): Promise<string> {
  const [alias] = await manager.query<{ canonicalId: string }[]>(
    `SELECT canonical_id AS "canonicalId" FROM blockers.blocker_alias(NULL) WHERE blocker_id = $1`,
    [id],
  );
  return alias?.canonicalId ?? id;
}

/** Actions on these wait for each other, in one order, so that none closes a circle. */
export async function lockBlockers(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(`SELECT FROM blockers.blocker WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, [ids]);
}

/** Ids of the blockers that go on for these, each once; who derives them too waits. */
export async function lockCanonical(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM blockers.blocker WHERE id IN (
       SELECT coalesce(alias.canonical_id, named.id)
       FROM unnest($1::uuid[]) AS named (id) LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = named.id
     ) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** A blocker as it stands now, as far as actions look at it. */
export interface FoundBlocker {
  /** Its own, or that of the one that goes on for it. */
  readonly id: string;
  readonly projectId: string;
  readonly open: boolean;
  readonly openedOn: PlainDate;
  /** Nobody has said when it began. */
  readonly openedEstimated: boolean;
  readonly due: PlainDate | null;
  /** First and last as-of date of returns that count and name it. */
  readonly firstNamed: PlainDate | null;
  readonly lastNamed: PlainDate | null;
  /** Who holds the project. */
  readonly holderId: string;
  /** One of the actor's offices holds the project or takes part in its clearance. */
  readonly isOwn: boolean;
  readonly responsibleUnit: string | null;
  readonly responsibleOfficeId: string | null;
  readonly dueProposal: DueProposal | null;
  readonly handoverProposal: HandoverProposal | null;
  /** Others go on as this one. */
  readonly hasMerged: boolean;
}

/** Undefined: the actor doesn't see it, or only returns opened it that no longer count. */
export async function foundBlocker(
  manager: EntityManager,
  actor: Actor,
  canonicalId: string,
): Promise<FoundBlocker | undefined> {
  const { where, ids } = visibleBlockers(actor, 'now');
  where.and((value) => `b.id = ${value}`, canonicalId);
  const [found] = await manager.query<FoundBlocker[]>(
    `SELECT b.id, b.project_id AS "projectId", now.open, now.opened_on AS "openedOn", now.opened_estimated AS "openedEstimated", now.due, named.first AS "firstNamed",
       named.last AS "lastNamed", coalesce(p.owner_id, p.registered_by) AS "holderId", ${seesClearance(ids)} AS "isOwn",
       now.responsible_unit AS "responsibleUnit", now.responsible_office_id AS "responsibleOfficeId", now.due_proposal AS "dueProposal",
       now.handover_proposal AS "handoverProposal", EXISTS (
         SELECT FROM blockers.blocker_alias(NULL) alias WHERE alias.canonical_id = b.id
       ) AS "hasMerged"
     FROM blockers.blocker b JOIN projects.project_ref p ON p.id = b.project_id
       JOIN blockers.blocker_position now ON now.blocker_id = b.id AND now.valid_to = 'infinity'
       CROSS JOIN LATERAL (
         SELECT min(m.as_of) AS first, max(m.as_of) AS last FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.type = 'named' AND r.status = 'approved'
           AND m.blocker_id = ANY(ARRAY(SELECT blocker_id FROM blockers.blocker_alias(NULL) WHERE canonical_id = b.id) || b.id)
       ) named
     WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}

/** A blocker that goes on as another. */
export interface MergedBlocker {
  readonly id: string;
  readonly description: string;
  readonly reason: string;
  readonly at: Date;
}

/** Those that were merged into it, as they were worded last. */
export function mergedInto(manager: EntityManager, id: string): Promise<MergedBlocker[]> {
  return manager.query<MergedBlocker[]>(
    `SELECT alias.blocker_id AS id, alias.reason, alias.merged_at AS at,
       coalesce(
         (SELECT text FROM blockers.blocker_mention WHERE blocker_id = alias.blocker_id AND type = 'named' ORDER BY id DESC LIMIT 1),
         (SELECT changes->>'description' FROM blockers.blocker_action
          WHERE blocker_id = alias.blocker_id AND changes ? 'description' ORDER BY id DESC LIMIT 1)
       ) AS description
     FROM blockers.blocker_alias(NULL) alias WHERE alias.canonical_id = $1 ORDER BY alias.merged_at, alias.blocker_id`,
    [id],
  );
}

/** A blocker of a project as returns have named it and people left it. */
export interface KnownRow extends KnownBlocker {
  readonly projectId: string;
  /** The one that goes on for it, if it was merged; else itself. */
  readonly canonicalId: string;
  /** What it is called now; null when nothing that counts has opened it. */
  readonly description: string | null;
  /** What the sender's last return before this one called it; null when it did not name it, or a later one exists. */
  readonly lastNamed: { readonly text: string; readonly asOf: PlainDate } | null;
}

/** Who names blockers of these projects too waits until this transaction ends. */
export async function lockProjects(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
  await manager.query(
    `SELECT FROM projects.project_ref AS project WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
    [projectIds],
  );
}

/** Codes and names of projects of which some return of the sender's has named a blocker that is open. */
export async function askedAbout(manager: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await manager.query<{ key: string }[]>(
    `WITH alias AS (SELECT blocker_id, canonical_id FROM blockers.blocker_alias(NULL))
     SELECT DISTINCT unnest(ARRAY[p.code, p.name_key]) AS key
     FROM blockers.blocker_position now JOIN projects.project_ref p ON p.id = now.project_id
     WHERE now.open AND now.valid_to = 'infinity' AND EXISTS (
       SELECT FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
       WHERE r.organization_id = $1
         AND m.blocker_id = ANY(ARRAY(SELECT blocker_id FROM alias WHERE canonical_id = now.blocker_id) || now.blocker_id)
     )`,
    [organizationId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** All blockers of these projects, with every text that has named them, also in returns that no longer count. */
export function knownBlockers(
  manager: EntityManager,
  projectIds: readonly string[],
  organizationId: string,
  asOf: PlainDate,
): Promise<KnownRow[]> {
  return manager.query<KnownRow[]>(
    `SELECT b.id, b.project_id AS "projectId", b.segment_id AS "segmentId", coalesce(alias.canonical_id, b.id) AS "canonicalId",
       coalesce(now.open, false) AS open, CASE WHEN alias.blocker_id IS NULL THEN now.description END AS description,
       array_remove(array_append(coalesce(said.texts, '{}'),
         CASE WHEN alias.blocker_id IS NULL THEN now.description ELSE opened.description END), NULL) AS texts,
       CASE WHEN before.type = 'named' AND NOT before.later
         THEN json_build_object('text', before.text, 'asOf', before.as_of) END AS "lastNamed"
     FROM blockers.blocker b
       LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = b.id
       LEFT JOIN blockers.blocker_position now
         ON now.blocker_id = coalesce(alias.canonical_id, b.id) AND now.valid_to = 'infinity'
       LEFT JOIN LATERAL (
         SELECT changes->>'description' AS description FROM blockers.blocker_action
         WHERE blocker_id = b.id AND changes ? 'description' ORDER BY id DESC LIMIT 1
       ) opened ON alias.blocker_id IS NOT NULL
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT text) AS texts FROM blockers.blocker_mention WHERE blocker_id = b.id AND type = 'named'
       ) said ON true
       LEFT JOIN LATERAL (
         SELECT m.type, m.text, m.as_of, bool_or(m.as_of > $3) OVER () AS later
         FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.blocker_id = b.id AND r.status = 'approved' AND r.organization_id = $2 AND m.as_of <> $3
         ORDER BY m.as_of DESC, m.id DESC LIMIT 1
       ) before ON true
     WHERE b.project_id = ANY($1) ORDER BY b.recorded_at, b.id`,
    [projectIds, organizationId, asOf],
  );
}
