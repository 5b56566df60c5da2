import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, ReturnSummaryView } from '@thongvon/api-contract';
import { businessDate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage, Problem } from '@thongvon/platform';
import type {
  Coverage,
  Finding,
  ReturnKind,
  SheetReading,
  TableMapping,
  TotalReading,
} from '@thongvon/return-reader';
import { vocabularyVersion } from '../persistence/word-rows';
import { asGiven, type GivenAnswer } from '../domain/answer';
import { type Preview, type PreviewRemark, shownPreview, type ShownPreview } from '../domain/preview';
import { registeredBy, type RegisteredProject } from '../domain/return-summary';
import type { ReturnStatus } from '../domain/return-status';
import { loadReading } from '../persistence/readings';
import { ReturnEvents, type ReturnEvent } from '../persistence/return-events';
import { wholeFile } from '../persistence/stored-files';
import { FindReturn } from './find-return';
import { ReturnKinds } from './return-kinds';
import { NOT_APPROVABLE, SecondPerson, type ListedApproval, type ReturnApproval } from './second-person';

export interface ListedReturn extends ListedApproval {
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
  readonly summary: ReturnSummaryView | null;
  readonly etag: string;
}

export interface ViewedReturn extends ListedReturn {
  readonly approval: ReturnApproval;
  readonly total: TotalReading | null;
  readonly sheets: readonly SheetReading[];
  readonly mapping: readonly TableMapping[];
  readonly findings: readonly Finding[];
  readonly preview: ShownPreview | null;
  readonly registers: readonly RegisteredProject[];
  readonly answers: readonly GivenAnswer[];
  /** Its date: of its figures, else of its decision, else of its receipt. */
  readonly day: PlainDate;
  readonly history: readonly ReturnEvent[];
  readonly hasNewerWords: boolean;
}

export interface ReturnFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly status?: ReturnStatus;
  readonly kind?: ReturnKind;
  readonly organizationId?: string;
}

const FROM =
  'returns.return r JOIN organizations.organization_ref o ON o.id = r.organization_id LEFT JOIN returns.return_reading rr ON rr.return_id = r.id';
const COLUMNS = `r.id, r.kinds, r.status, json_build_object('id', o.id, 'name', o.name) AS organization,
  r.file_name AS "fileName", r.as_of AS "asOf", r.plan_year AS "planYear", r.coverage, r.received_at AS "receivedAt",
  r.submitted_at AS "submittedAt", r.approved_at AS "approvedAt", r.superseded_by AS "supersededBy", r.reason,
  rr.summary, '"' || r.id || '.' || r.version || '"' AS etag`;

/** Shows returns to those who may see them. */
@Injectable()
export class ViewReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly events: ReturnEvents,
    private readonly second: SecondPerson,
    private readonly kinds: ReturnKinds,
  ) {}

  /** Last received first. `q` searches the sender's name without accents. */
  async list(
    actor: Actor,
    { limit, cursor, q, status, kind, organizationId }: ReturnFilter,
  ): Promise<ListOf<ListedReturn>> {
    const where = new Conditions()
      .and((ids) => `r.organization_id = ANY(${ids}::uuid[])`, actor.scope)
      .matching('o.name_key', q);
    if (status !== undefined) where.and((value) => `r.status = ${value}`, status);
    if (kind !== undefined) where.and((value) => `${value} = ANY(r.kinds)`, kind);
    if (organizationId !== undefined) where.and((value) => `r.organization_id = ${value}`, organizationId);
    const sort = [
      { sql: 'r.received_at', type: 'timestamptz' },
      { sql: 'r.id', type: 'uuid' },
    ] as const;
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const found = await listPage<Omit<ListedReturn, keyof ListedApproval>>(
      this.dataSource.manager,
      { columns: COLUMNS, from: FROM, where, sort, descending: true },
      page,
    );
    const approvals = await this.second.approvals(actor, found.items);
    return {
      ...found,
      items: found.items.map((item) => ({ ...item, ...(approvals.get(item.id) ?? NOT_APPROVABLE) })),
    };
  }

  async view(actor: Actor, id: string): Promise<ViewedReturn> {
    const found = await this.returns.find(actor, id);
    const { manager } = this.dataSource;
    const [listed] = await manager.query<Omit<ListedReturn, keyof ListedApproval>[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE r.id = $1`,
      [id],
    );
    if (!listed) throw new Error(`return vanished: ${id}`);
    const stored = await loadReading(manager, id);
    const approval = await this.second.approvalFor(actor, found, stored?.preview.consequences ?? []);
    return {
      ...listed,
      mayApprove: approval.mayApprove,
      whyNotApprove: approval.message,
      whyNotApproveEn: approval.messageEn,
      approval,
      total: stored?.reading.total ?? null,
      sheets: stored?.reading.sheets ?? [],
      mapping: found.mapping,
      findings: stored?.findings ?? [],
      preview: stored ? shownPreview(await this.asOfNow(id, stored.preview)) : null,
      registers: stored && listed.approvedAt === null ? registeredBy(stored.preview) : [],
      answers: found.answers.map(asGiven),
      day: stored?.reading.asOf ?? stored?.reading.decision?.date ?? businessDate(found.receivedAt),
      history: await this.events.after(manager, id),
      hasNewerWords: stored !== undefined && stored.vocabularyVersion < (await vocabularyVersion(manager)),
    };
  }

  private async asOfNow(id: string, { remarks, ...preview }: Preview): Promise<Preview> {
    if (remarks === undefined) return preview;
    let now: readonly PreviewRemark[] = remarks;
    for (const listener of this.kinds.listeners)
      now = await listener.remarksNow(this.dataSource.manager, id, now);
    return { ...preview, remarks: now };
  }

  /** The workbook as it came. Throws FILE-NOT-KEPT for what was no workbook. */
  async file(actor: Actor, id: string): Promise<{ fileName: string; bytes: Buffer }> {
    const found = await this.returns.find(actor, id);
    const bytes = await wholeFile(this.dataSource.manager, found.fileSha256);
    if (!bytes) throw fileNotKept();
    return { fileName: found.fileName, bytes };
  }
}

function fileNotKept(): Problem {
  return new Problem(
    404,
    'FILE-NOT-KEPT',
    'Tệp này không phải bảng tính nên hệ thống không lưu nội dung, chỉ lưu mã băm SHA-256 và kích thước.',
    'This file is no workbook: its content was not kept, only its SHA-256 and size.',
  );
}
