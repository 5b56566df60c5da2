import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { EvidenceFileView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { fileBytes, keepFile } from '@thongvon/returns';
import { isEvidenceFile, type Proof } from '../domain/proof';
import { visibleClearance } from '@thongvon/projects';
import { FindProject } from './find-project';
import { problems } from './problems';

/** A proof as it is given. */
export interface GivenProof {
  readonly documentNumber?: string;
  readonly documentDate?: PlainDate;
  readonly returnId?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly fileId?: string;
}

interface EvidenceFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What proves that land was cleared or a blocker solved: documents, cells of returns, files. */
@Injectable()
export class Proofs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** The proof as it is kept. Throws PROOF-INCOMPLETE, and PROOF-UNKNOWN for what the actor can't see or is another project's. */
  async resolve(manager: EntityManager, actor: Actor, projectId: string, given: GivenProof): Promise<Proof> {
    const { documentNumber = null, documentDate = null, returnId, sheet, cell, fileId } = given;
    const cells = [returnId, sheet, cell].filter((part) => part !== undefined).length;
    if (Object.keys(given).length === 0 || (cells > 0 && cells < 3)) throw problems.proofIncomplete();
    const source = returnId === undefined || !sheet || !cell ? null : { returnId, sheet, cell };
    if (source) {
      const [found] = await manager.query<object[]>(
        `SELECT FROM returns.return_ref WHERE id = $1 AND organization_id = ANY($2)`,
        [source.returnId, actor.scope],
      );
      if (!found) throw problems.proofUnknown('returnId');
    }
    const [file] =
      fileId === undefined
        ? []
        : await manager.query<EvidenceFileView[]>(
            `SELECT id, name FROM land_clearance.evidence_file WHERE id = $1 AND project_id = $2`,
            [fileId, projectId],
          );
    if (fileId !== undefined && !file) throw problems.proofUnknown('fileId');
    return { documentNumber, documentDate, source, file: file ?? null };
  }

  /** Keeps a document or picture. Throws PROJECT-NOT-FOUND and EVIDENCE-FILE-KIND. */
  async keep(actor: Actor, projectId: string, { fileName, bytes }: EvidenceFile): Promise<EvidenceFileView> {
    if (!isEvidenceFile(bytes)) throw problems.evidenceFileKind();
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, null, manager);
      const name = fileName.slice(-200);
      const [kept] = await manager.query<EvidenceFileView[]>(
        `INSERT INTO land_clearance.evidence_file (project_id, name, file_sha256, uploaded_by, uploaded_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id, name`,
        [projectId, name, await keepFile(manager, bytes), actor.userId, this.clock.now()],
      );
      if (!kept) throw new Error('evidence file not kept');
      await this.audit.record(manager, actor.userId, 'evidence-file.keep', `evidence-file:${kept.id}`);
      return kept;
    });
  }

  /** Throws EVIDENCE-FILE-NOT-FOUND. */
  async file(actor: Actor, id: string): Promise<EvidenceFile> {
    const { manager } = this.dataSource;
    const where = visibleClearance(actor).and((value) => `f.id = ${value}`, id);
    const [found] = await manager.query<{ name: string; sha256: string }[]>(
      `SELECT f.name, f.file_sha256 AS sha256 FROM land_clearance.evidence_file f JOIN projects.project_ref p ON p.id = f.project_id WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!found) throw problems.evidenceFileUnknown();
    return { fileName: found.name, bytes: await fileBytes(manager, found.sha256) };
  }
}
