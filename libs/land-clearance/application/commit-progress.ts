import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisterProjects } from '@thongvon/projects';
import { decidedProjects, type ReturnFacts } from '@thongvon/returns';
import { saysSomething } from '../domain/clearance-row';
import { measuresOf } from '../domain/measures';
import { segmentsClearedBy } from '../infrastructure/segments';

/** Writes the clearance table of a return into the ledger, registering projects that no other table has named. */
@Injectable()
export class CommitProgress {
  constructor(private readonly projects: RegisterProjects) {}

  async commit(manager: EntityManager, facts: ReturnFacts, at: Date): Promise<void> {
    const { reading, organizationId, scope, answers } = facts;
    if (reading.asOf === null) throw new Error(`clearance without a date: return ${facts.id}`);
    const rows = reading.landClearance.filter(saysSomething);
    const ids = await this.projects.register(
      manager,
      rows.map(({ code, name }) => ({
        code,
        name,
        field: null,
        ownerName: null,
        // A clearance table says nothing of who owns a project: a commune clears land for others.
        ownerId: null,
        totalInvestment: null,
      })),
      { organizationId, scope, decided: decidedProjects(answers), at },
    );
    const segments = await segmentsClearedBy(manager, organizationId, ids);
    const figures = rows.flatMap((row, index) =>
      measuresOf(row).map(({ measure, value }) => ({
        project_id: ids[index],
        segment_id: segments.get(ids[index] ?? '') ?? null,
        measure,
        value,
        sheet: row.cells[measure]?.sheet ?? null,
        cell: row.cells[measure]?.cell ?? null,
      })),
    );
    await manager.query(
      `INSERT INTO clearance_figure (return_id, project_id, segment_id, measure, as_of, value, sheet, cell, recorded_at)
       SELECT $2, project_id, segment_id, measure, $3, value, sheet, cell, $4
       FROM jsonb_to_recordset($1) AS t (project_id uuid, segment_id uuid, measure text, value numeric, sheet text, cell text)`,
      [JSON.stringify(figures), facts.id, reading.asOf, at],
    );
  }
}
