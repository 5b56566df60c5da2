import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { fileBytes, keepFile } from '@thongvon/returns';
import { isEvidenceFile, type Proof } from '../domain/proof';
import {
  evidenceById,
  evidenceByKey,
  evidenceOf,
  type EvidenceRef,
  insertEvidence,
  seesReturn,
  type TakenFacts,
  visibleEvidence,
} from '../persistence/law-clock-rows';
import { FindProject } from './segments';

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

/** A file that is sent, with what it says of itself. */
export interface SentEvidence extends EvidenceFile, Partial<TakenFacts> {
  /** By which it is kept once, however often it is sent. */
  readonly clientKey?: string;
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

  /**
   * The proof as it is kept. `projectId` null: its file is of another room, which has looked whether it is its own. Throws
   * PROOF-INCOMPLETE, and PROOF-UNKNOWN for what the actor can't see or is another project's.
   */
  async resolve(
    manager: EntityManager,
    actor: Actor,
    projectId: string | null,
    given: GivenProof,
  ): Promise<Proof> {
    const { documentNumber = null, documentDate = null, returnId, sheet, cell, fileId } = given;
    const cells = [returnId, sheet, cell].filter((part) => part !== undefined).length;
    if (Object.keys(given).length === 0 || (cells > 0 && cells < 3)) throw problems.proofIncomplete();
    const source = returnId === undefined || !sheet || !cell ? null : { returnId, sheet, cell };
    if (source) {
      if (!(await seesReturn(manager, actor, source.returnId))) throw problems.proofUnknown('returnId');
    }
    const file = fileId === undefined ? undefined : await evidenceOf(manager, projectId, fileId);
    if (fileId !== undefined && !file) throw problems.proofUnknown('fileId');
    return { documentNumber, documentDate, source, file: file ?? null };
  }

  /**
   * Keeps a document or picture, with its key once; also of who must act on a blocker of the project. Throws PROJECT-NOT-FOUND, EVIDENCE-FILE-KIND, EVIDENCE-PLACE, and EVIDENCE-KEY-REUSED for
   * another file under the same key.
   */
  async keep(actor: Actor, projectId: string, sent: SentEvidence): Promise<EvidenceRef> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.read(actor, projectId, null, manager);
      const { file, isNew } = await this.keepWithin(manager, actor, projectId, sent);
      if (isNew)
        await this.audit.record(manager, actor.userId, 'evidence-file.keep', `evidence-file:${file.id}`);
      return file;
    });
  }

  /** The same in the transaction of another room, which has looked whether the actor may; `projectId` null: it says of what the file is. */
  async keepWithin(
    manager: EntityManager,
    actor: Actor,
    projectId: string | null,
    sent: SentEvidence,
  ): Promise<{ readonly file: EvidenceRef; readonly isNew: boolean }> {
    const { fileName, bytes, clientKey = null, takenOn = null, takenTime = null } = sent;
    const { latitude = null, longitude = null } = sent;
    if (!isEvidenceFile(bytes)) throw problems.evidenceFileKind();
    if ((latitude === null) !== (longitude === null) || (takenTime !== null && takenOn === null))
      throw problems.evidencePlace();
    const name = fileName.slice(-200);
    const sha256 = await keepFile(manager, bytes);
    const taken = { takenOn, takenTime, latitude, longitude };
    const file = { projectId, name, sha256, by: actor.userId, at: this.clock.now(), clientKey, taken };
    const kept = await insertEvidence(manager, file);
    if (kept) return { file: kept, isNew: true };
    const before = await evidenceByKey(manager, actor.userId, clientKey ?? '');
    return { file: keptBefore(before, file), isNew: false };
  }

  /** The bytes of a file that another room has found in the caller's sight. */
  async fileFor(manager: EntityManager, id: string): Promise<EvidenceFile> {
    const found = await evidenceById(manager, id);
    if (!found) throw problems.evidenceFileUnknown();
    return { fileName: found.name, bytes: await fileBytes(manager, found.sha256) };
  }

  /** Throws EVIDENCE-FILE-NOT-FOUND. */
  async file(actor: Actor, id: string): Promise<EvidenceFile> {
    const { manager } = this.dataSource;
    const found = await visibleEvidence(manager, actor, id);
    if (!found) throw problems.evidenceFileUnknown();
    return { fileName: found.name, bytes: await fileBytes(manager, found.sha256) };
  }
}

/** What another room says where a file of its own was sent under a key of another one. */
export const evidenceKeyReused = (): Problem => problems.evidenceKeyReused();

/** The same file under the same key is the one that it was. */
function keptBefore(
  before: Awaited<ReturnType<typeof evidenceByKey>>,
  { projectId, sha256 }: { readonly projectId: string | null; readonly sha256: string },
): EvidenceRef {
  if (before?.projectId !== projectId || before.sha256 !== sha256) throw problems.evidenceKeyReused();
  return before.file;
}

/** What a caller may have to mend. */
const problems = {
  proofIncomplete: () =>
    new Problem(
      422,
      'PROOF-INCOMPLETE',
      'Căn cứ phải có văn bản, tệp, hoặc đủ báo cáo, trang và ô.',
      'A proof needs a document, a file, or a return with sheet and cell.',
      { field: 'proof' },
    ),
  proofUnknown: (field: 'returnId' | 'fileId') =>
    new Problem(
      422,
      'PROOF-UNKNOWN',
      'Không có báo cáo hoặc tệp này của dự án.',
      'There is no such return or file of the project.',
      { field },
    ),
  evidenceFileUnknown: () =>
    new Problem(404, 'EVIDENCE-FILE-NOT-FOUND', 'Không tìm thấy tệp này.', 'There is no such file.'),
  evidencePlace: () =>
    new Problem(
      422,
      'EVIDENCE-PLACE',
      'Nơi chụp phải có đủ vĩ độ và kinh độ; giờ chụp phải có ngày.',
      'A place needs latitude and longitude; a time needs its day.',
      { field: 'latitude' },
    ),
  evidenceKeyReused: () =>
    new Problem(
      409,
      'EVIDENCE-KEY-REUSED',
      'Mã gửi này đã dùng cho tệp khác.',
      'This key was used for another file.',
      { field: 'clientKey' },
    ),
  evidenceFileKind: () =>
    new Problem(
      422,
      'EVIDENCE-FILE-KIND',
      'Chỉ nhận tệp PDF, ảnh JPEG hoặc PNG, Word (.docx), Excel (.xlsx).',
      'Only PDF, JPEG or PNG, Word (.docx) and Excel (.xlsx) files are taken.',
    ),
} as const;
