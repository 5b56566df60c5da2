import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { ReturnPart } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, together, type WantedPage } from '@thongvon/platform';
import type { Finding, ReturnKind, SheetReading, TableMapping, TotalReading } from '@thongvon/return-reader';
import { asGiven, type SeenAnswer } from '../domain/answer';
import type { Cause } from '../domain/causes/cause';
import { withMoney } from '../domain/causes/cause-choices';
import { causesOf } from '../domain/causes/group-causes';
import { type Preview, type PreviewRemark, shownPreview, type ShownPreview } from '../domain/preview';
import type { ReturnStatus } from '../domain/return-status';
import { type Standing, standingAmong } from '../domain/versions';
import { registeredBy, type RegisteredProject } from '../domain/return-summary';
import { shownCorrections, type ShownCorrection } from '../persistence/correction-rows';
import { filesOfReturn } from '../persistence/files-of-return';
import { loadFindings, loadReading } from '../persistence/readings';
import {
  ReturnEvents,
  returnList,
  type ListedFile,
  returnRow,
  type ReturnRow,
  type SentEvent,
} from '../persistence/return-rows';
import { peopleNamed, versionsOf } from '../persistence/version-rows';
import { vocabularyVersion } from '../persistence/word-rows';
import { etagOf } from './check-return';
import { archiveOf, asItCame, type NamedFile, noSuchFile, saidToHaveMacros } from './handed-out';
import { ReturnKinds } from './return-kinds';
import { FindReturn, returnUnknown } from './return-step';
import { type ListedApproval, NOT_APPROVABLE, type ReturnApproval, SecondPerson } from './second-person';

export interface ListedReturn extends Omit<ReturnRow, 'version'>, ListedApproval {
  /** Of what submission and approval would act on. */
  readonly etag: string;
}

export interface ViewedReturn extends ListedReturn, Standing {
  readonly approval: ReturnApproval;
  readonly total: TotalReading | null;
  readonly sheets: readonly SheetReading[];
  readonly mapping: readonly TableMapping[];
  readonly findings: readonly Finding[];
  readonly preview: ShownPreview | null;
  readonly registers: readonly RegisteredProject[];
  /** What was declared to be right for cells, and stands. */
  readonly corrections: readonly ShownCorrection[];
  readonly causes: readonly Cause[];
  readonly answers: readonly SeenAnswer[];
  /** Its date: of its figures, else of its decision, else of its receipt. */
  readonly day: PlainDate;
  readonly history: readonly SentEvent[];
  readonly files: readonly ListedFile[];
  readonly hasNewerWords: boolean;
}

/** Whose a return is, of which day, and the projects that it names. */
interface SeenReturn {
  readonly organizationId: string;
  readonly day: PlainDate;
  readonly projectIds: readonly string[];
}

export interface ReturnFilter extends WantedPage {
  /** Words of the sender's name, without accents. */
  readonly q?: string;
  readonly status?: ReturnStatus;
  readonly kind?: ReturnKind;
  readonly organizationId?: string;
  readonly part?: ReturnPart;
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
    return (await this.viewWith(actor, id, () => Promise.resolve())).view;
  }

  /** The same, and what `further` asks of it at the same time. */
  viewWith<Further>(
    actor: Actor,
    id: string,
    further: (manager: EntityManager, seen: SeenReturn) => Promise<Further>,
  ): Promise<{ readonly view: ViewedReturn; readonly further: Further }> {
    return together(this.dataSource.manager, async (all) => {
      const [listed, stored, history, version, versions, corrections] = await Promise.all([
        returnRow(all, id),
        loadReading(all, id),
        this.events.after(all, id),
        vocabularyVersion(all),
        versionsOf(all, id),
        shownCorrections(all, id),
      ]);
      if (!listed || !actor.scope.includes(listed.organization.id)) throw returnUnknown();
      const { answers, mapping, files, ...row } = listed;
      const { id: organizationId } = row.organization;
      const day = stored?.reading.asOf ?? stored?.reading.decision?.date ?? businessDate(row.receivedAt);
      const sent = { id, organizationId, status: row.status };
      const [approval, preview, names, more] = await Promise.all([
        this.second.approvalFor(all, actor, sent, stored?.preview.consequences ?? []),
        stored ? this.asOfNow(all, id, stored.preview) : null,
        peopleNamed(all, [...new Set(answers.flatMap(({ given }) => given?.by ?? []))]),
        further(all, { organizationId, day, projectIds: projectsIn(stored?.preview) }),
      ]);
      const view: ViewedReturn = {
        ...withEtag(row),
        mayApprove: approval.mayApprove,
        whyNotApprove: approval.message,
        whyNotApproveEn: approval.messageEn,
        approval,
        total: stored?.reading.total ?? null,
        sheets: stored?.reading.sheets ?? [],
        mapping,
        findings: (stored?.findings ?? []).map((finding) => withMoney(finding, stored?.preview ?? null)),
        preview: preview && shownPreview(preview),
        registers: stored && row.approvedAt === null ? registeredBy(stored.preview) : [],
        corrections,
        causes: causesOf(stored?.findings ?? [], stored?.preview ?? null),
        answers: answers.map((answer) => asGiven(answer, names)),
        day,
        history,
        ...standingAmong(versions, id),
        files,
        hasNewerWords: stored !== undefined && stored.vocabularyVersion < version,
      };
      return { view, further: more };
    });
  }

  private async asOfNow(
    manager: EntityManager,
    id: string,
    { remarks, ...preview }: Preview,
  ): Promise<Preview> {
    if (remarks === undefined) return preview;
    let now: readonly PreviewRemark[] = remarks;
    for (const listener of this.kinds.listeners) now = await listener.remarksNow(manager, id, now);
    return { ...preview, remarks: now };
  }

  /** How far it is, for who follows it. Throws RETURN-NOT-FOUND. */
  async state(actor: Actor, id: string): Promise<{ status: ReturnStatus; etag: string }> {
    const found = await this.returns.find(actor, id);
    return { status: found.status, etag: etagOf(found) };
  }

  /**
   * The workbook as it came; several files in a zip archive. One with macros says so in its name. Throws FILE-NOT-KEPT
   * for what was no workbook.
   */
  async file(actor: Actor, id: string): Promise<NamedFile> {
    return this.withWord(id, await this.fileAsSent(actor, id));
  }

  /** The same under the name that it came by, for who says himself that it has macros. */
  async fileAsSent(actor: Actor, id: string): Promise<NamedFile> {
    const found = await this.returns.find(actor, id);
    const [only, ...others] = (await filesOfReturn(this.dataSource.manager, id)).map(asItCame);
    if (!only) throw noSuchFile();
    return others.length === 0 ? only : archiveOf(found.fileName, [only, ...others], found.receivedAt);
  }

  /** One of the files that it came as, counted from 1. Throws FILE-NOT-FOUND, and FILE-NOT-KEPT as above. */
  async fileAt(actor: Actor, id: string, number: number): Promise<NamedFile> {
    await this.returns.find(actor, id);
    const file = (await filesOfReturn(this.dataSource.manager, id))[number - 1];
    if (!file) throw noSuchFile();
    return this.withWord(id, asItCame(file));
  }

  private async withWord(id: string, file: NamedFile): Promise<NamedFile> {
    const findings = (await loadFindings(this.dataSource.manager, id)) ?? [];
    return findings.some(({ code }) => code === 'RET-MACROS') ? saidToHaveMacros(file) : file;
  }
}

/** Ids of the projects that its rows name, as far as they are known. */
const projectsIn = (preview: Preview | undefined): string[] =>
  (preview?.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ projectId }) => projectId ?? []));

const withEtag = ({ version, ...row }: ReturnRow): Omit<ListedReturn, keyof ListedApproval> => ({
  ...row,
  etag: etagOf({ id: row.id, version }),
});
