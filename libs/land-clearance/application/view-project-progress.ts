import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProjectClearanceDetailView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { clearanceRates, householdShares } from '../domain/clearance-rates';
import { projectNumbers } from '../persistence/clearance-sql';
import { projectCourse, projectFigures } from '../persistence/project-progress';
import { FindProject } from './find-project';
import { Segments } from './segments';
import { valuesOf } from './summarize-clearance';

/** A plain object of the shape that the contract's class describes, but for what stands in the way. */
export type ProjectProgress = Omit<
  Pick<ProjectClearanceDetailView, keyof ProjectClearanceDetailView>,
  'blockers' | 'held'
>;

/** How far a project's land is cleared: numbers with their sources, and their course. */
@Injectable()
export class ViewProjectProgress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly segments: Segments,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, asOf: PlainDate): Promise<ProjectProgress> {
    const { manager } = this.dataSource;
    const project = await this.projects.find(actor, projectId);
    const numbers = await projectNumbers(manager, projectId, asOf);
    return {
      project,
      asOf,
      values: valuesOf(numbers),
      rates: clearanceRates([numbers]),
      householdShares: householdShares(numbers),
      figures: await projectFigures(manager, projectId, asOf),
      segments: await this.segments.of(projectId, asOf),
      course: await projectCourse(manager, projectId, asOf),
    };
  }
}
