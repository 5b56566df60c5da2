import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, ProjectStepsView, SteppedProjectView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { slicedPage } from '@thongvon/platform';
import { regimeOn } from '../domain/law/regimes';
import { stepClocks, type SteppedClock } from '../domain/law/step-clock';
import { visibleClearance } from '../persistence/clearance-visibility';
import { steppedProjects, type SteppedProject } from '../persistence/stepped-projects';
import { toStepView } from '../persistence/step-views';
import { loadWorkCalendar } from '../persistence/work-calendars';
import { FindProject } from './find-project';

interface Page {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** The law's clock: of one project or segment, and of all that deserve a look. */
@Injectable()
export class ProjectSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
  ) {}

  /** Every step, in order. Throws PROJECT-NOT-FOUND and SEGMENT-UNKNOWN. */
  async of(
    actor: Actor,
    projectId: string,
    segmentId: string | null,
    asOf: PlainDate,
  ): Promise<ProjectStepsView> {
    const { manager } = this.dataSource;
    const project = await this.projects.find(actor, projectId, segmentId);
    const where = visibleClearance(actor).and((id) => `p.id = ${id}`, projectId);
    const all = await steppedProjects(manager, where, asOf);
    const found = all.find(({ segment }) => (segment?.id ?? null) === segmentId);
    const calendar = await loadWorkCalendar(manager);
    const nothing = { states: new Map(), blocked: new Set<never>(), allHandedOver: false };
    const clocks = stepClocks({ ...(found ?? nothing), calendar, today: asOf });
    return {
      project,
      segment: found?.segment ?? null,
      asOf,
      regime: regimeOn(asOf) ?? null,
      steps: clocks.map((clock) => toStepView(clock, asOf)),
    };
  }

  /** Steps with an alert, of all projects in sight: most days overdue first. `q` searches project names and codes. */
  async alerts(actor: Actor, { asOf, limit, cursor, q }: Page): Promise<ListOf<SteppedProjectView>> {
    const { manager } = this.dataSource;
    const where = visibleClearance(actor).matchingAny(['p.name_key', 'p.code'], q);
    const calendar = await loadWorkCalendar(manager);
    const found = (await steppedProjects(manager, where, asOf)).flatMap((project) =>
      stepClocks({ ...project, calendar, today: asOf })
        .filter(({ alerts }) => alerts.length > 0)
        .map((clock) => ({ project, clock })),
    );
    const sorted = found.toSorted((a, b) => b.clock.daysOverdue - a.clock.daysOverdue);
    const page = slicedPage(sorted, { limit, ...(cursor === undefined ? {} : { cursor }) });
    return { ...page, items: page.items.map(({ project, clock }) => toItem(project, clock, asOf)) };
  }
}

function toItem(
  { project, segment }: SteppedProject,
  clock: SteppedClock,
  asOf: PlainDate,
): SteppedProjectView {
  return { project, segment, step: toStepView(clock, asOf) };
}
