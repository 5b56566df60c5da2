import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentPlanYear, matchKey, type PlainDate, type PlanYear, type ReturnKind } from '@thongvon/kernel';
import { CAUSES } from '@thongvon/blockers';
import { type Actor, FindOrganization, OrganizationTree } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { PROJECT_KINDS } from '@thongvon/projects';
import { type FormSheet, writeForm } from '@thongvon/workbook-io';
import { clearanceForm } from '../domain/clearance-form';
import { disbursementForm } from '../domain/disbursement-form';
import { type FormOffice, guideOf } from '../domain/form-frame';
import { reportingDate, reportingSections } from '../domain/reporting-lines';
import { FILE_TITLES, GUIDE_TEXTS } from '../messages/forms';
import {
  type NamedBlocker,
  namedBlockers,
  officeClearance,
  officeLedger,
  officeName,
} from '../persistence/office-rows';
import { problems } from './problems';

export type BlankReturnKind = Extract<ReturnKind, 'disbursement' | 'land-clearance'>;

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
    return disbursementForm({ office, planYear, asOf, sections, causes });
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
    return clearanceForm({ office, asOf: question.asOf, projects, causes });
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
