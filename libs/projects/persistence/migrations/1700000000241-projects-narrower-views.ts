import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

/** The views that show no more than some other room reads of them, and what they showed before. */
const NARROWED = [
  {
    view: 'projects.participant_ref',
    of: 'project_participant',
    columns: 'project_id, organization_id, role, valid_from, valid_to',
    before:
      'id, project_id, organization_id, role, valid_from, valid_to, named_by, named_at, ended_by, ended_at',
  },
  {
    view: 'projects.project_ref',
    of: 'project',
    columns:
      'id, code, name, name_key, kind, owner_id, owner_name, registered_by, commune, total_investment, contractors',
    before:
      'id, code, name, name_key, kind, kind_confirmed, owner_id, owner_name, registered_by, commune, commune_confirmed, total_investment, contractors, created_at',
  },
] as const;

/** Shows other rooms only what one of them reads: the rest of a table can change without asking them. No row is touched. */
export class ProjectsNarrowerViews1700000000241 implements MigrationInterface {
  readonly name = 'ProjectsNarrowerViews1700000000241';

  async up(runner: QueryRunner): Promise<void> {
    for (const { view, of, columns } of NARROWED) await republish(runner, view, of, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { view, of, before } of NARROWED) await republish(runner, view, of, before);
  }
}
