import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cleanText, matchKey, projectCode } from '@thongvon/kernel';
import { insertTakenOverProjects, type TakenOverProject } from '../persistence/taken-over-projects';

/** Enters projects in bulk from a register that an office kept before it used this system. */
@Injectable()
export class TakeOverProjects {
  /** Their ids in order. A code that is there already is an error: nothing may be in the register under it. */
  async takeOver(
    manager: EntityManager,
    projects: readonly Omit<TakenOverProject, 'id' | 'nameKey'>[],
    at: Date,
  ): Promise<string[]> {
    const rows = projects.map((project) => ({
      ...project,
      id: randomUUID(),
      code: projectCode(project.code),
      name: cleanText(project.name),
      nameKey: matchKey(project.name),
    }));
    await insertTakenOverProjects(manager, rows, at);
    return rows.map(({ id }) => id);
  }
}
