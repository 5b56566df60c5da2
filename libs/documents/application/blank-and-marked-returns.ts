import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CAUSES } from '@thongvon/blockers';
import { currentPlanYear, matchKey, type PlainDate, type PlanYear, type ReturnKind } from '@thongvon/kernel';
import { type Actor, FindOrganization, OrganizationTree } from '@thongvon/organizations';
import { Problem, SystemClock } from '@thongvon/platform';
import { PROJECT_KINDS } from '@thongvon/projects';
import type { DeclaredCorrection } from '@thongvon/return-reader';
import { LastUnit, ViewReturn } from '@thongvon/returns';
import {
  compiledModule,
  createReadingPool,
  type FormSheet,
  listWorkbook,
  type Marking,
  type ReadingPool,
  WorkbookRefused,
  writeForm,
  type WrittenWorkbook,
} from '@thongvon/workbook-io';
import { clearanceForm } from '../domain/clearance-form';
import { disbursementForm } from '../domain/disbursement-form';
import { type Checked, listOf, marksOf } from '../domain/finding-marks';
import { type FormOffice, guideOf } from '../domain/form-frame';
import { reportingDate, reportingSections } from '../domain/reporting-lines';
import { AUTHOR, FILE_TITLES, GUIDE_TEXTS, LIST_TEXTS } from '../messages/documents';
import {
  type NamedBlocker,
  namedBlockers,
  officeClearance,
  officeLedger,
  officeName,
} from '../persistence/office-rows';

/** Kinds of return that there is a form for. */
export type BlankReturnKind = Extract<ReturnKind, 'disbursement' | 'land-clearance'>;

/** Which form is wanted, for whom and for which day. */
export interface BlankReturnQuery {
  readonly kind: ReturnKind;
  /** The actor's own without it. */
  readonly organizationId?: string;
  /** The day that the figures will be for; the day of the week's return without it. */
  readonly asOf?: PlainDate;
  /** The year of `asOf` without it; in January the year before may be meant. */
  readonly planYear?: PlanYear;
}

interface Question {
  readonly organizationId: string;
  /** The office and all below it. */
  readonly scope: readonly string[];
  readonly above: readonly string[];
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly office: FormOffice;
  readonly causes: string;
}

/** An office's return, ready to be filled in: its own projects, its plan, what it reported last. */
@Injectable()
export class BlankReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: FindOrganization,
    private readonly tree: OrganizationTree,
    private readonly units: LastUnit,
    private readonly clock: SystemClock,
  ) {}

  /** Throws 404 for an organisation out of sight, 422 for a kind without a form and an office without projects. */
  async write(actor: Actor, query: BlankReturnQuery): Promise<NamedFile> {
    const { kind, organizationId = actor.organizationId } = query;
    if (kind !== 'disbursement' && kind !== 'land-clearance') throw problems.noForm(kind);
    const now = this.clock.now();
    const asOf = query.asOf ?? reportingDate(now);
    const office = await this.office(actor, organizationId);
    const causes = CAUSES.filter(({ code }) => code !== 'unclassified').map(({ label }) => label);
    const guide = guideOf(GUIDE_TEXTS.lines[kind], causes);
    const planYear = query.planYear ?? currentPlanYear(asOf);
    const scope = await this.tree.idsBelow(organizationId);
    const above = await this.tree.idsAbove(organizationId);
    const question = { organizationId, scope, above, planYear, asOf, office, causes: guide.causes };
    const sheet =
      kind === 'disbursement' ? await this.disbursement(question) : await this.clearance(question);
    const bytes = await writeForm({ sheets: [sheet, guide.sheet], createdAt: now });
    const name = matchKey(office.name).replaceAll(' ', '-');
    return { fileName: `${FILE_TITLES[kind]}-${name}-${asOf}.xlsx`, bytes };
  }

  private async disbursement({ office, causes, ...question }: Question): Promise<FormSheet> {
    const { manager } = this.dataSource;
    const blockers = await namedBlockers(manager, question);
    const projects = (await officeLedger(manager, question)).map(({ id, ...project }) => ({
      ...project,
      blocker: blockers.get(id)?.[0]?.text ?? null,
    }));
    const sections = reportingSections(projects, PROJECT_KINDS);
    if (sections.length === 0) throw problems.noProjects(office.name);
    const { planYear, asOf } = question;
    const unit = (await this.units.of(question.organizationId, 'disbursement')) ?? 'million-dong';
    return disbursementForm({ office, planYear, asOf, unit, sections, causes });
  }

  private async clearance({ office, causes, ...question }: Question): Promise<FormSheet> {
    const { manager } = this.dataSource;
    const blockers = await namedBlockers(manager, question);
    const rows = await officeClearance(manager, question);
    const projects = rows.map(({ id, segmentId, ...project }) => ({
      ...project,
      blocker: blockerOf(segmentId, blockers.get(id) ?? [], rows.filter((row) => row.id === id).length > 1),
    }));
    if (projects.length === 0) throw problems.noProjects(office.name);
    const unit = (await this.units.of(question.organizationId, 'land-clearance')) ?? 'million-dong';
    return clearanceForm({ office, asOf: question.asOf, unit, projects, causes });
  }

  /** The name of the office above stands in every letterhead, also for those who may not see that office. */
  private async office(actor: Actor, organizationId: string): Promise<FormOffice> {
    const { name, parentId } = await this.organizations.run(actor, organizationId);
    const parent = parentId === null ? null : await officeName(this.dataSource.manager, parentId);
    return { name, parent };
  }
}

/** What stands in the way in a row: of its part; a project of one row says it whatever part it is of. */
function blockerOf(
  segmentId: string | null,
  named: readonly NamedBlocker[],
  divided: boolean,
): NamedBlocker | null {
  return named.find((blocker) => !divided || blocker.segmentId === segmentId) ?? null;
}

/** A file that is handed out. */
export interface NamedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** How a return's workbook is marked: also with what was declared to be right for its cells, which is written into them. */
export interface MarkingOfReturn extends Omit<Marking, 'values'> {
  readonly corrections: readonly DeclaredCorrection[];
}

/** Marks workbooks in a process that can be ended, as files of others are always opened; started by the first one. */
@Injectable()
export class MarkingProcesses implements OnApplicationShutdown {
  private pool: ReadingPool<MarkingOfReturn, WrittenWorkbook> | undefined;

  /** Rejects with a `WorkbookRefused` for a file that can't be marked. */
  mark(bytes: Uint8Array, marking: MarkingOfReturn): Promise<WrittenWorkbook> {
    this.pool ??= createReadingPool({ entry: compiledModule(__dirname, 'marking-thread-entry'), size: 1 });
    return this.pool.run(bytes, marking);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}

/** The office's own workbook back, with what was found in it. */
@Injectable()
export class MarkedReturn {
  constructor(
    private readonly returns: ViewReturn,
    private readonly marking: MarkingProcesses,
  ) {}

  /** Throws a 404 problem as the return itself, and 409 as long as it hasn't been read. */
  async of(actor: Actor, id: string): Promise<NamedFile> {
    const { status, findings, corrections } = await this.returns.view(actor, id);
    if (status === 'received' || status === 'reading') throw problems.returnNotRead();
    const { fileName, bytes } = await this.returns.fileAsSent(actor, id);
    const marked = await this.mark(bytes, fileName, { findings, corrections });
    return { fileName: markedName(fileName, marked.extension), bytes: marked.bytes };
  }

  private async mark(bytes: Buffer, fileName: string, checked: Checked): Promise<WrittenWorkbook> {
    const { findings, corrections } = checked;
    const file = LIST_TEXTS.file(fileName);
    const lines = [
      file,
      ...(findings.some(({ code }) => code === 'RET-MACROS') ? [LIST_TEXTS.macros] : []),
      ...(corrections.length > 0 ? [LIST_TEXTS.corrected] : []),
      LIST_TEXTS.howTo,
    ];
    try {
      return await this.marking.mark(bytes, {
        author: AUTHOR,
        marks: marksOf(checked),
        list: listOf(checked, lines),
        corrections,
      });
    } catch (error) {
      if (!(error instanceof WorkbookRefused)) throw error;
      const apart = corrections.length > 0 ? [LIST_TEXTS.onlyListCorrected] : [];
      return listWorkbook(listOf(checked, [LIST_TEXTS.onlyList, ...apart, file]));
    }
  }
}

/** "bao-cao.xls" becomes "bao-cao-da-danh-dau.xlsx". */
function markedName(fileName: string, extension: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-da-danh-dau.${extension}`;
}

/** Every refusal of this context: Vietnamese first. */
const problems = {
  returnNotRead: () =>
    new Problem(
      409,
      'RETURN-NOT-READ',
      'Báo cáo đang được đọc. Hãy thử lại sau giây lát.',
      'The return is still being read. Try again in a moment.',
    ),
  noForm: (kind: ReturnKind) =>
    new Problem(
      422,
      'BLANK-RETURN-KIND',
      'Chỉ có biểu mẫu điền sẵn cho báo cáo giải ngân và giải phóng mặt bằng; kế hoạch vốn và số liệu Kho bạc nạp theo tệp gốc.',
      'There are blank returns for disbursement and land clearance only; plans and Treasury statements are uploaded as they are.',
      { kind },
    ),
  noProjects: (office: string) =>
    new Problem(
      422,
      'BLANK-RETURN-NO-PROJECTS',
      `“${office}” chưa có dự án nào trong sổ cho kỳ này. Hãy nạp báo cáo theo biểu của đơn vị lần đầu.`,
      `"${office}" has no projects in the registers for this period. Upload a return in your own layout the first time.`,
    ),
} as const;
