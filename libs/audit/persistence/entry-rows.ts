import type { EntityManager } from 'typeorm';
import type { AuditSubjectKind } from '@thongvon/api-contract';
import { addDays, groupBy, instantAt, plainDate } from '@thongvon/kernel';
import { Conditions, type ListSource, together } from '@thongvon/platform';
import type { AuditFilter, NamedEntry, Subject } from '../domain/audit-entry';

/** An entry as it lies in the table. */
export interface EntryRow extends Pick<NamedEntry, 'id' | 'at' | 'actor' | 'action' | 'details'> {
  /** "kind:id". */
  readonly subject: string;
}

/** The entries that a filter keeps of what people of `offices` did (undefined: of all), the newest first. */
export function entriesOf(filter: AuditFilter, offices: readonly string[] | undefined): ListSource {
  const where = conditionsOf(filter);
  if (offices) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, offices);
  return {
    columns: `e.id, e.at, e.action, e.subject, e.details,
      CASE WHEN u.id IS NULL THEN NULL
        ELSE jsonb_build_object('id', u.id, 'name', u.name, 'organizationName', o.name) END AS actor`,
    from: `audit.audit_entry e LEFT JOIN organizations.user_ref u ON u.id = e.actor_id LEFT JOIN organizations.organization_ref o ON o.id = u.organization_id`,
    where,
    sort: [{ sql: 'e.id', type: 'bigint' }],
    descending: true,
  };
}

function conditionsOf({ actorId, action, subjectKind, subjectId, from, to, q }: AuditFilter): Conditions {
  const where = new Conditions().matchingAny(['u.name_key', 'o.name_key'], q);
  if (actorId !== undefined) where.and((id) => `e.actor_id = ${id}::uuid`, actorId);
  if (action !== undefined) where.and((value) => `e.action = ${value}`, action);
  if (subjectKind !== undefined && subjectId !== undefined)
    where.and((value) => `e.subject = ${value}`, `${subjectKind}:${subjectId}`);
  else if (subjectKind !== undefined) where.and((value) => `e.subject LIKE ${value}`, `${subjectKind}:%`);
  if (from !== undefined) where.and((value) => `e.at >= ${value}`, instantAt(plainDate(from), '00:00'));
  if (to !== undefined)
    where.and((value) => `e.at < ${value}`, instantAt(addDays(plainDate(to), 1), '00:00'));
  return where;
}

/**
 * How a thing of each kind is called, by its ids. A description of a blocker or the name of a file may name people, so
 * that such things are called by their project. What is missing here is called by its id.
 */
const NAMES: Readonly<Partial<Record<AuditSubjectKind, string>>> = {
  return: `SELECT r.id, r.file_name || ' – ' || o.name AS name FROM returns.return_ref r JOIN organizations.organization_ref o ON o.id = r.organization_id
    WHERE r.id = ANY($1::uuid[])`,
  project: `SELECT id, name FROM projects.project_ref AS project WHERE id = ANY($1::uuid[])`,
  blocker: ofProject('blockers.blocker_ref', 'id'),
  'clearance-segment': `SELECT s.id, s.name || ' – ' || p.name AS name, p.id AS "projectId" FROM land_clearance.clearance_segment_ref s
    JOIN projects.project_ref p ON p.id = s.project_id WHERE s.id = ANY($1::uuid[])`,
  'clearance-advance': ofProject('land_clearance.clearance_advance_ref', 'advance_id'),
  'closing-item': ofProject('works_contracts.closing_ref', 'item_id'),
  'evidence-file': ofProject('land_clearance.evidence_file_ref', 'id'),
  guarantee: ofProject('works_contracts.guarantee_ref', 'guarantee_id'),
  'contract-advance': ofProject('works_contracts.contract_advance_ref', 'advance_id'),
  snapshot: `SELECT id, to_char(week, 'DD/MM/YYYY') AS name FROM snapshots.week_ref WHERE id = ANY($1::uuid[])`,
  alert: `SELECT a.id, coalesce(p.name, o.name) AS name, a.project_id AS "projectId" FROM alerts.alert_ref a
    JOIN organizations.organization_ref o ON o.id = a.organization_id LEFT JOIN projects.project_ref p ON p.id = a.project_id WHERE a.id = ANY($1::uuid[])`,
  word: `SELECT version::text AS id, phrase AS name FROM returns.word_ref WHERE version::text = ANY($1::text[])`,
  organization: `SELECT id, name FROM organizations.organization_ref WHERE id = ANY($1::uuid[])`,
  user: `SELECT id, name FROM organizations.user_ref WHERE id = ANY($1::uuid[])`,
  mail: `SELECT id, subject AS name FROM platform.mail_ref WHERE id = ANY($1::uuid[])`,
};

function ofProject(table: string, key: string): string {
  return `SELECT DISTINCT e.${key} AS id, p.name, p.id AS "projectId" FROM ${table} e JOIN projects.project_ref p ON p.id = e.project_id
    WHERE e.${key} = ANY($1::uuid[])`;
}

/** What a thing is called today, and the project that it belongs to. */
interface SubjectName {
  readonly name: string;
  readonly projectId: string | null;
}

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly projectId?: string | null;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Kinds that are numbered; all others have UUIDs, and what is none names nothing. */
const NUMBERED: ReadonlySet<AuditSubjectKind> = new Set<AuditSubjectKind>(['word']);

/** The names of these things, in one statement; a thing that is gone, or of a kind without names, has none. */
export async function namesOf(
  manager: EntityManager,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => SubjectName | undefined> {
  const kinds = [...groupBy(subjects, (subject) => subject.kind)].flatMap(([kind, found]) => {
    const sql = NAMES[kind];
    const ids = new Set(found.map(({ id }) => id).filter((id) => NUMBERED.has(kind) || UUID.test(id)));
    return sql === undefined || ids.size === 0 ? [] : [{ kind, sql, ids: [...ids] }];
  });
  const answers = await together(manager, (all) =>
    Promise.all(kinds.map(({ sql, ids }) => all.query<NamedRow[]>(sql, [ids]))),
  );
  const names = new Map<string, SubjectName>(
    kinds.flatMap(({ kind }, nth) =>
      (answers[nth] ?? []).map(({ id, name, projectId = null }) => [`${kind}:${id}`, { name, projectId }]),
    ),
  );
  return ({ kind, id }) => names.get(`${kind}:${id}`);
}
