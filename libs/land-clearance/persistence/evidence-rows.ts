import type { EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { visibleClearance } from '@thongvon/projects';

/** A file that was uploaded for a project. */
export interface EvidenceRef {
  readonly id: string;
  readonly name: string;
}

/** Whether the actor sees the return: its office is in their scope. */
export async function seesReturn(manager: EntityManager, actor: Actor, returnId: string): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT FROM returns.return_ref WHERE id = $1 AND organization_id = ANY($2)`,
    [returnId, actor.scope],
  );
  return found.length > 0;
}

/** A file that was uploaded for the project. */
export async function evidenceOf(
  manager: EntityManager,
  projectId: string,
  fileId: string,
): Promise<EvidenceRef | undefined> {
  const [file] = await manager.query<EvidenceRef[]>(
    `SELECT id, name FROM land_clearance.evidence_file WHERE id = $1 AND project_id = $2`,
    [fileId, projectId],
  );
  return file;
}

/** Appends a file whose bytes are kept already, under the hash of them. */
export async function insertEvidence(
  manager: EntityManager,
  file: {
    readonly projectId: string;
    readonly name: string;
    readonly sha256: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<EvidenceRef> {
  const [kept] = await manager.query<EvidenceRef[]>(
    `INSERT INTO land_clearance.evidence_file (project_id, name, file_sha256, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5) RETURNING id, name`,
    [file.projectId, file.name, file.sha256, file.by, file.at],
  );
  if (!kept) throw new Error('evidence file not kept');
  return kept;
}

/** Name and content's hash of a file of a project in sight. */
export async function visibleEvidence(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly sha256: string } | undefined> {
  const where = visibleClearance(actor).and((value) => `f.id = ${value}`, id);
  const [found] = await manager.query<{ name: string; sha256: string }[]>(
    `SELECT f.name, f.file_sha256 AS sha256 FROM land_clearance.evidence_file f JOIN projects.project_ref p ON p.id = f.project_id WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}
