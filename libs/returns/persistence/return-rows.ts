import type { EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { BUSINESS_ZONE, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { Conditions, type ListSource, SystemClock } from '@thongvon/platform';
import type { ReturnPart } from '@thongvon/api-contract';
import type { Coverage, ReturnKind } from '@thongvon/return-reader';
import { DRAFT_STATUSES, type ReturnStatus } from '../domain/return-status';
import type { ReturnSummary } from '../domain/return-summary';
import { type Return, ReturnEffect, ReturnEvent } from './entities/return';

/** Another return of the same office, day and kinds that waits for approval. */
export interface AlsoWaiting {
  readonly id: string;
  readonly fileName: string;
  /** It was received after the one next to which it is named. */
  readonly isNewer: boolean;
}

/** A return as a list shows it. */
export interface ReturnRow {
  readonly id: string;
  readonly kinds: ReturnKind[];
  readonly status: ReturnStatus;
  readonly organization: { readonly id: string; readonly name: string };
  readonly fileName: string;
  readonly asOf: PlainDate | null;
  readonly planYear: PlanYear | null;
  readonly coverage: Coverage | null;
  readonly receivedAt: Date;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly supersededBy: string | null;
  readonly reason: string | null;
  /** Null until it has been read. */
  readonly summary: ReturnSummary | null;
  /** Others of its office, day and kinds that wait for approval, the first received first; none of what waits no more itself. */
  readonly alsoWaiting: readonly AlsoWaiting[];
  /** Grows with every change of what submission and approval act on. */
  readonly version: number;
}

const FROM =
  'returns.return r JOIN organizations.organization_ref o ON o.id = r.organization_id LEFT JOIN returns.return_reading rr ON rr.return_id = r.id';
const COLUMNS = `r.id, r.kinds, r.status, json_build_object('id', o.id, 'name', o.name) AS organization,
  r.file_name AS "fileName", r.as_of AS "asOf", r.plan_year AS "planYear", r.coverage, r.received_at AS "receivedAt",
  r.submitted_at AS "submittedAt", r.approved_at AS "approvedAt", r.superseded_by AS "supersededBy", r.reason,
  rr.summary, r.version,
  CASE WHEN r.status = ANY('{needs-attention,ready,submitted}') THEN coalesce((
    SELECT json_agg(json_build_object('id', w.id, 'fileName', w.file_name,
      'isNewer', (w.received_at, w.id) > (r.received_at, r.id)) ORDER BY w.received_at, w.id)
    FROM returns.return w WHERE w.organization_id = r.organization_id AND w.status = 'submitted' AND w.as_of = r.as_of
      AND w.kinds && r.kinds AND w.id <> r.id
  ), '[]') ELSE '[]' END AS "alsoWaiting"`;

/** Which returns are meant; what is left out narrows nothing. */
interface ReturnsAsked {
  /** Approved at this instant or later, whether another has replaced it since or not. */
  readonly approvedSince?: Date;
  /** Words of the sender's name, without accents. */
  readonly q?: string;
  readonly status?: ReturnStatus;
  readonly kind?: ReturnKind;
  readonly organizationId?: string;
  readonly part?: ReturnPart;
}

/** The returns of these organisations: last received first. */
export function returnList(
  scope: readonly string[],
  { q, status, kind, organizationId, part, approvedSince }: ReturnsAsked,
): ListSource {
  const where = new Conditions()
    .and((ids) => `r.organization_id = ANY(${ids}::uuid[])`, scope)
    .matching('o.name_key', q);
  if (status !== undefined) where.and((value) => `r.status = ${value}`, status);
  if (part === 'drafts') where.and((drafts) => `r.status = ANY(${drafts}::text[])`, DRAFT_STATUSES);
  else if (part !== undefined)
    where.and((given) => `(r.status = 'withdrawn') = ${given}`, part === 'given-up');
  if (approvedSince !== undefined)
    where.and(
      (since) => `r.approved_at >= ${since} AND r.status IN ('approved', 'superseded')`,
      approvedSince,
    );
  if (kind !== undefined) where.and((value) => `${value} = ANY(r.kinds)`, kind);
  if (organizationId !== undefined) where.and((value) => `r.organization_id = ${value}`, organizationId);
  return {
    columns: COLUMNS,
    from: FROM,
    where,
    sort: [
      { sql: 'r.received_at', type: 'timestamptz' },
      { sql: 'r.id', type: 'uuid' },
    ],
    descending: true,
  };
}

/** The same with what the sender has said of it. */
interface AnsweredReturn extends ReturnRow, Pick<Return, 'answers' | 'mapping'> {
  readonly files: readonly ListedFile[];
}

/** One of the files of a return that came as several; bytes. */
export interface ListedFile {
  readonly fileName: string;
  readonly size: number;
}

const FILES = `coalesce((SELECT json_agg(json_build_object('fileName', f.file_name, 'size', s.size) ORDER BY f.place)
  FROM returns.return_file f JOIN returns.stored_file s ON s.sha256 = f.file_sha256 WHERE f.return_id = r.id), '[]') AS files`;

/** One return, whoever asks; undefined: there is none of this id. */
export async function returnRow(manager: EntityManager, id: string): Promise<AnsweredReturn | undefined> {
  const [row] = await manager.query<AnsweredReturn[]>(
    `SELECT ${COLUMNS}, r.answers, r.mapping, ${FILES} FROM ${FROM} WHERE r.id = $1`,
    [id],
  );
  return row;
}

/** Ids of who uploaded, answered, mapped or submitted one of these returns. */
export async function contributorsTo(
  manager: EntityManager,
  returnIds: readonly string[],
): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT DISTINCT user_id AS id FROM returns.return_contributor WHERE return_id = ANY($1)',
    [returnIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of those of these returns in which the person had a hand, by id, all who had. */
export async function contributorsBeside(
  manager: EntityManager,
  userId: string,
  returnIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await manager.query<{ id: string; contributors: string[] }[]>(
    `SELECT return_id AS id, array_agg(user_id) AS contributors FROM returns.return_contributor
     WHERE return_id = ANY($1) GROUP BY return_id HAVING bool_or(user_id = $2)`,
    [returnIds, userId],
  );
  return new Map(rows.map(({ id, contributors }) => [id, new Set(contributors)]));
}

/** Ids of returns that are asked why they are dated after their receipt, and whose day has come; first received first. */
export async function datedAheadUntil(manager: EntityManager, today: PlainDate): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT r.id FROM returns.return r JOIN returns.return_reading rr ON rr.return_id = r.id
     WHERE r.status = 'needs-attention' AND r.as_of <= $1
       AND r.as_of > (r.received_at AT TIME ZONE '${BUSINESS_ZONE}')::date
       AND EXISTS (SELECT FROM json_array_elements(rr.findings) f
                   WHERE f->>'code' = 'RET-DATE-FUTURE' AND f->>'severity' = 'question')
     ORDER BY r.received_at, r.id`,
    [today],
  );
  return rows.map(({ id }) => id);
}

/** Returns of the same office in one of these states, of a kind in common, the latest received first. */
export async function waitingBeside(
  manager: EntityManager,
  returnId: string,
  statuses: readonly ReturnStatus[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT other.id FROM returns.return r JOIN returns.return other ON other.organization_id = r.organization_id
     WHERE r.id = $1 AND other.id <> r.id AND other.status = ANY($2) AND other.kinds && r.kinds
     ORDER BY other.received_at DESC, other.id`,
    [returnId, statuses],
  );
  return rows.map(({ id }) => id);
}

/** Lets one transaction at a time approve returns of an office: of two at the same moment, one must see the other to replace it. */
export async function lockApprovals(manager: EntityManager, organizationId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('approval:' || $1, 0))`, [
    organizationId,
  ]);
}

/** PostgreSQL channel on which each event says which return it belongs to. */
export const RETURN_CHANNEL = 'thongvon_return';

/** What the event stream sends of an event. */
export type SentEvent = Pick<ReturnEvent, 'id' | 'type' | 'status' | 'at' | 'actorId' | 'data'> & {
  /** Who that was; null: the system. */
  readonly actor: { readonly name: string; readonly office: string } | null;
};

/** The append-only history of returns, which is also what the event stream sends. */
@Injectable()
export class ReturnEvents {
  constructor(private readonly clock: SystemClock) {}

  async append(
    manager: EntityManager,
    returnId: string,
    event: { type: string; status: ReturnStatus; actorId?: string; data?: Record<string, unknown> },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO returns.return_event (return_id, type, status, at, actor_id, data) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        returnId,
        event.type,
        event.status,
        this.clock.now(),
        event.actorId ?? null,
        JSON.stringify(event.data ?? {}),
      ],
    );
    await manager.query(`SELECT pg_notify($1, $2)`, [RETURN_CHANNEL, returnId]);
  }

  /** The last event of this type, if there was one. */
  async last(
    manager: EntityManager,
    returnId: string,
    type: string,
  ): Promise<Pick<ReturnEvent, 'at' | 'actorId'> | undefined> {
    const event = await manager.findOne(ReturnEvent, { where: { returnId, type }, order: { id: 'DESC' } });
    return event ?? undefined;
  }

  /** Events of a return after `afterId`, oldest first. */
  async after(manager: EntityManager, returnId: string, afterId = '0'): Promise<SentEvent[]> {
    return manager.query<SentEvent[]>(
      `SELECT e.id, e.type, e.status, e.at, e.actor_id AS "actorId", e.data,
         CASE WHEN u.id IS NOT NULL THEN json_build_object('name', u.name, 'office', o.name) END AS actor
       FROM returns.return_event e LEFT JOIN organizations.user_ref u ON u.id = e.actor_id
         LEFT JOIN organizations.organization_ref o ON o.id = u.organization_id
       WHERE e.return_id = $1 AND e.id > $2 ORDER BY e.id`,
      [returnId, afterId],
    );
  }
}

/** From `at` (business clock) the return's ledger entries count. */
export async function startEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await writeEffect(manager, returnId, at, true);
}

/** From `at` the return's ledger entries no longer count; they stay for who asks what was known before. */
export async function endEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await writeEffect(manager, returnId, at, false);
}

async function writeEffect(
  manager: EntityManager,
  returnId: string,
  at: Date,
  effective: boolean,
): Promise<void> {
  await manager.insert(ReturnEffect, { returnId, at, effective });
}

/**
 * SQL for the returns that count as known at the instant in parameter `knownAt` (a placeholder such as "$2"; null for
 * now): rows (return_id, rank), where a higher rank was approved later. A return that counts again keeps its rank: what
 * was approved in between still comes after it.
 */
export function effectiveReturnsSql(knownAt: string): string {
  return `
    SELECT return_id, rank FROM (
      SELECT DISTINCT ON (return_id) return_id, min(id) OVER (PARTITION BY return_id) AS rank, effective FROM returns.return_effect
      WHERE ${knownAt}::timestamptz IS NULL OR at <= ${knownAt}::timestamptz
      ORDER BY return_id, id DESC
    ) last_effect WHERE effective`;
}

/**
 * SQL for the returns of which the derived tables may say otherwise than was known at the instant in `knownAt`: those
 * that began or ceased to count after it, and those that are not computed yet. Rows (return_id).
 */
export function changedReturnsSql(knownAt: string): string {
  return `
    SELECT return_id FROM returns.return_effect WHERE at > ${knownAt}::timestamptz
    UNION SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL`;
}
