import type { EntityManager } from 'typeorm';
import type { Proof } from '@thongvon/land-clearance';
import type { ReturnFacts } from '@thongvon/returns';
import type { Done } from '../domain/blocker-state';

/** A blocker is only an identity: what is known of it is said by returns and done by people (docs/adr/0030). */
export interface NewBlockerRow {
  readonly id: string;
  readonly projectId: string;
  readonly segmentId: string | null;
}

export async function insertBlockers(
  manager: EntityManager,
  rows: readonly NewBlockerRow[],
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO blockers.blocker (id, project_id, segment_id, recorded_at) SELECT id, "projectId", "segmentId", $2
     FROM jsonb_to_recordset($1) AS t (id uuid, "projectId" uuid, "segmentId" uuid)`,
    [JSON.stringify(rows), at],
  );
}

/** What a return says of a blocker. */
export interface MentionRow {
  readonly blocker_id: string;
  readonly type: 'named' | 'solved' | 'unnamed';
  readonly text: string;
  readonly responsible_unit: string | null;
  readonly due: string | null;
  readonly cells: readonly object[];
}

export async function insertMentions(
  manager: EntityManager,
  rows: readonly MentionRow[],
  { id, reading }: Pick<ReturnFacts, 'id' | 'reading'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO blockers.blocker_mention (blocker_id, return_id, type, as_of, text, responsible_unit, due, cells)
     SELECT blocker_id, $2, type, $3, text, responsible_unit, due, cells
     FROM jsonb_to_recordset($1) AS t (blocker_id uuid, type text, text text, responsible_unit text, due date, cells jsonb)`,
    [JSON.stringify(rows), id, reading.asOf],
  );
}

/** What a person did about a blocker. */
interface ActionRow extends Pick<Done, 'type' | 'on' | 'at' | 'text' | 'evidence' | 'changes'> {
  readonly blockerId: string;
  readonly actorId: string;
  readonly proof: Proof | null;
}

export async function insertAction(manager: EntityManager, action: ActionRow): Promise<void> {
  const { blockerId, type, on, at, actorId, text, evidence, proof, changes } = action;
  await manager.query(
    `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, text, evidence, proof, changes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      blockerId,
      type,
      on,
      at,
      actorId,
      text,
      evidence,
      proof && JSON.stringify(proof),
      JSON.stringify(changes),
    ],
  );
}

/** That a blocker goes on as another one, or (`into` null) that it is one of its own again. */
export async function insertMerger(
  manager: EntityManager,
  merger: { id: string; into: string | null; reason: string; actorId: string; at: Date },
): Promise<void> {
  const { id, into, reason, actorId, at } = merger;
  await manager.query(
    `INSERT INTO blockers.blocker_merger (blocker_id, into_id, reason, actor_id, recorded_at) VALUES ($1, $2, $3, $4, $5)`,
    [id, into, reason, actorId, at],
  );
}
