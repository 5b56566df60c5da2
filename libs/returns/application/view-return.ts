import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, Problem } from '@thongvon/platform';
import type { Finding, ReturnKind, SheetReading, TableMapping, TotalReading } from '@thongvon/return-reader';
import { vocabularyVersion } from '../persistence/word-rows';
import { asGiven, type GivenAnswer, type ShownAnswer } from '../domain/answer';
import { type Preview, type PreviewRemark, shownPreview, type ShownPreview } from '../domain/preview';
import { registeredBy, type RegisteredProject } from '../domain/return-summary';
import type { ReturnStatus } from '../domain/return-status';
import { loadReading } from '../persistence/readings';
import { ReturnEvents, type SentEvent } from '../persistence/return-events';
import { returnList, returnRow, type ReturnRow } from '../persistence/return-rows';
import { wholeFile } from '../persistence/stored-files';
import { FindReturn } from './find-return';
import { ReturnKinds } from './return-kinds';
import { NOT_APPROVABLE, SecondPerson, type ListedApproval, type ReturnApproval } from './second-person';

export interface ListedReturn extends ReturnRow, ListedApproval {}

export interface ViewedReturn extends ListedReturn {
  readonly approval: ReturnApproval;
  readonly total: TotalReading | null;
  readonly sheets: readonly SheetReading[];
  readonly mapping: readonly TableMapping[];
  readonly findings: readonly Finding[];
  readonly preview: ShownPreview | null;
  readonly registers: readonly RegisteredProject[];
  readonly answers: readonly (GivenAnswer & Partial<ShownAnswer>)[];
  /** Its date: of its figures, else of its decision, else of its receipt. */
  readonly day: PlainDate;
  readonly history: readonly SentEvent[];
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
  async list(actor: Actor, { limit, cursor, ...asked }: ReturnFilter): Promise<ListPage<ListedReturn>> {
    const found = await listPage<ReturnRow>(this.dataSource.manager, returnList(actor.scope, asked), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const approvals = await this.second.approvals(actor, found.items);
    return {
      ...found,
      items: found.items.map((item) => ({ ...item, ...(approvals.get(item.id) ?? NOT_APPROVABLE) })),
    };
  }

  async view(actor: Actor, id: string): Promise<ViewedReturn> {
    const found = await this.returns.find(actor, id);
    const { manager } = this.dataSource;
    const listed = await returnRow(manager, id);
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
