import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

/** The views that show no more than some other room reads of them, and what they showed before. */
const NARROWED = [
  {
    view: 'capital.allocation_ref',
    of: 'allocation',
    columns: 'return_id, project_id, effective_on',
    before:
      'id, return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell',
  },
  {
    view: 'capital.disbursement_position_ref',
    of: 'disbursement_position',
    columns:
      'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, figure_id',
    before:
      'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id',
  },
  {
    view: 'capital.figure_ref',
    of: 'figure',
    columns: 'id, return_id, project_id, basis, as_of',
    before:
      'id, return_id, project_id, plan_year, plan_type, source_code, basis, as_of, disbursed, completed, advance, cells',
  },
] as const;

/** Shows other rooms only what one of them reads: the rest of a table can change without asking them. No row is touched. */
export class CapitalNarrowerViews1700000000240 implements MigrationInterface {
  readonly name = 'CapitalNarrowerViews1700000000240';

  async up(runner: QueryRunner): Promise<void> {
    for (const { view, of, columns } of NARROWED) await republish(runner, view, of, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { view, of, before } of NARROWED) await republish(runner, view, of, before);
  }
}
