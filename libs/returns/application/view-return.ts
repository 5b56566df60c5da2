import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Observable } from 'rxjs';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, Notifications, Problem, type WantedPage } from '@thongvon/platform';
import type {
  CellRef,
  Finding,
  ReturnKind,
  SheetReading,
  SheetWindow,
  TableMapping,
  TotalReading,
  WindowRequest,
} from '@thongvon/return-reader';
import { WorkbookRefused } from '@thongvon/workbook-io';
import { asGiven, type GivenAnswer, type ShownAnswer } from '../domain/answer';
import { type Preview, type PreviewRemark, shownPreview, type ShownPreview } from '../domain/preview';
import { isSettled, type ReturnStatus } from '../domain/return-status';
import { registeredBy, type RegisteredProject } from '../domain/return-summary';
import { fileBytes, loadOnlyReading, loadReading, wholeFile } from '../persistence/readings';
import {
  RETURN_CHANNEL,
  ReturnEvents,
  returnList,
  returnRow,
  type ReturnRow,
  type SentEvent,
} from '../persistence/return-rows';
import { vocabularyVersion } from '../persistence/word-rows';
import { etagOf } from './check-return';
import { ReturnKinds } from './return-kinds';
import { WindowProcess } from './read-return';
import { FindReturn } from './return-step';
import { type ListedApproval, NOT_APPROVABLE, type ReturnApproval, SecondPerson } from './second-person';

export interface ListedReturn extends Omit<ReturnRow, 'version'>, ListedApproval {
  /** Of what submission and approval would act on. */
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
  readonly answers: readonly (GivenAnswer & Partial<ShownAnswer>)[];
  /** Its date: of its figures, else of its decision, else of its receipt. */
  readonly day: PlainDate;
  readonly history: readonly SentEvent[];
  readonly hasNewerWords: boolean;
}

export interface ReturnFilter extends WantedPage {
  /** Words of the sender's name, without accents. */
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

  /** A page of them, last received first. Throws CURSOR-INVALID. */
  async list(actor: Actor, { limit, cursor, ...asked }: ReturnFilter): Promise<ListPage<ListedReturn>> {
    const found = await listPage<ReturnRow>(this.dataSource.manager, returnList(actor.scope, asked), {
      limit,
      cursor,
    });
    const approvals = await this.second.approvals(actor, found.items);
    return {
      ...found,
      items: found.items.map((row) => ({ ...withEtag(row), ...(approvals.get(row.id) ?? NOT_APPROVABLE) })),
    };
  }

  /** All of one, as it stands now. Throws RETURN-NOT-FOUND. */
  async view(actor: Actor, id: string): Promise<ViewedReturn> {
    const found = await this.returns.find(actor, id);
    const { manager } = this.dataSource;
    const listed = await returnRow(manager, id);
    if (!listed) throw new Error(`return vanished: ${id}`);
    const stored = await loadReading(manager, id);
    const approval = await this.second.approvalFor(actor, found, stored?.preview.consequences ?? []);
    return {
      ...withEtag(listed),
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

const withEtag = ({ version, ...row }: ReturnRow): Omit<ListedReturn, keyof ListedApproval> => ({
  ...row,
  etag: etagOf({ id: row.id, version }),
});

function fileNotKept(): Problem {
  return new Problem(
    404,
    'FILE-NOT-KEPT',
    'Tệp này không phải bảng tính nên hệ thống không lưu nội dung, chỉ lưu mã băm SHA-256 và kích thước.',
    'This file is no workbook: its content was not kept, only its SHA-256 and size.',
  );
}

const KEYS: ReadonlySet<string> = new Set(['ordinal', 'name', 'code']);

/** Shows a cell of a return in its surroundings, from the bytes that were kept. */
@Injectable()
export class ViewCell {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly process: WindowProcess,
  ) {}

  /** Throws 404 for a return out of sight or a sheet that the file doesn't have, 422 for a file that can't be opened. */
  async view(
    actor: Actor,
    id: string,
    { reach, ...place }: CellRef & { readonly reach?: number },
  ): Promise<SheetWindow> {
    const { fileSha256 } = await this.returns.find(actor, id);
    const { manager } = this.dataSource;
    const bytes = await fileBytes(manager, fileSha256);
    const request =
      reach === undefined
        ? { ...place, ...tableAround((await loadOnlyReading(manager, id))?.sheets ?? [], place) }
        : { ...place, headerRows: [], keyColumns: [], reach: { rows: reach, columns: reach } };
    const window = await this.process.read(fileSha256, bytes, request).catch((error: unknown) => {
      throw error instanceof WorkbookRefused ? unreadable(error) : error;
    });
    if (window === undefined) throw noSuchCell(place);
    return window;
  }
}

/** Header and key columns of the last table of the sheet that begins above the cell, or of the first one. */
function tableAround(
  sheets: readonly SheetReading[],
  { sheet, cell }: CellRef,
): Pick<WindowRequest, 'headerRows' | 'keyColumns'> {
  const row = Number(/\d+$/.exec(cell)?.[0]);
  const tables = sheets.filter(({ name, headerRows }) => name === sheet && headerRows.length > 0);
  const table = tables.findLast(({ headerRows }) => Math.min(...headerRows) <= row) ?? tables[0];
  return {
    headerRows: table?.headerRows ?? [],
    keyColumns: (table?.columns ?? []).filter(({ meaning }) => KEYS.has(meaning)).map(({ column }) => column),
  };
}

function noSuchCell({ sheet, cell }: CellRef): Problem {
  return new Problem(
    404,
    'CELL-NOT-FOUND',
    `Tệp không có ô ${cell} ở trang “${sheet}”.`,
    `The file has no cell ${cell} on a sheet "${sheet}".`,
  );
}

function unreadable({ code }: WorkbookRefused): Problem {
  return new Problem(
    422,
    code,
    'Không mở được tệp để xem ô; hãy tải tệp gốc về và mở bằng Excel.',
    'The file can not be opened to show the cell; download the original and open it with Excel.',
  );
}

/** Looks by itself this often, should a notification be lost. */
const LOOK_EVERY = 2_000;

/** Follows a return's history as it is written, by whichever process, until nothing more comes of itself. */
@Injectable()
export class FollowReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly events: ReturnEvents,
    private readonly notifications: Notifications,
  ) {}

  /** Events after `lastEventId` (all without it), oldest first; completes once the return is settled. */
  async follow(actor: Actor, id: string, lastEventId = '0'): Promise<Observable<SentEvent>> {
    await this.returns.find(actor, id);
    return new Observable<SentEvent>((subscriber) => {
      let last = lastEventId;
      let looking: Promise<void> | undefined;
      let again = false;
      const look = async (): Promise<void> => {
        for (const event of await this.events.after(this.dataSource.manager, id, last)) {
          last = event.id;
          subscriber.next(event);
        }
        const { status } = await this.returns.find(actor, id);
        const rest = await this.events.after(this.dataSource.manager, id, last);
        if (isSettled(status) && rest.length === 0) subscriber.complete();
        else again ||= rest.length > 0;
      };
      const nudge = (): void => {
        if (looking) {
          again = true;
          return;
        }
        looking = look()
          .catch((error: unknown) => subscriber.error(error))
          .finally(() => {
            looking = undefined;
            if (again && !subscriber.closed) {
              again = false;
              nudge();
            }
          });
      };
      const timer = setInterval(nudge, LOOK_EVERY);
      const listening = this.notifications.listen(RETURN_CHANNEL, (changed) => {
        if (changed === id) nudge();
      });
      nudge();
      return () => {
        clearInterval(timer);
        void listening.then((stop) => stop());
      };
    });
  }
}
