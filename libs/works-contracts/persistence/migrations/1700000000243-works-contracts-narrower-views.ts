import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

/** The views that show no more than some other room reads of them, and what they showed before. */
const NARROWED = [
  {
    view: 'works_contracts.closing_ref',
    of: 'closing_entry',
    columns: 'item_id, project_id',
    before: 'id, item_id, project_id, type, fields, actor_id, recorded_at',
  },
  {
    view: 'works_contracts.contract_advance_ref',
    of: 'contract_advance_entry',
    columns: 'advance_id, project_id',
    before:
      'id, advance_id, project_id, type, contract, contract_key, contractor, contractor_key, contract_value, amount, recover_by, recovered, disbursed, on_date, reason, document, actor_id, recorded_at',
  },
  {
    view: 'works_contracts.guarantee_ref',
    of: 'guarantee_entry',
    columns: 'guarantee_id, project_id',
    before:
      'id, guarantee_id, project_id, type, contractor, contractor_key, amount, on_date, expires_on, document, actor_id, recorded_at',
  },
] as const;

/** Shows other rooms only what one of them reads: the rest of a table can change without asking them. No row is touched. */
export class WorksContractsNarrowerViews1700000000243 implements MigrationInterface {
  readonly name = 'WorksContractsNarrowerViews1700000000243';

  async up(runner: QueryRunner): Promise<void> {
    for (const { view, of, columns } of NARROWED) await republish(runner, view, of, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { view, of, before } of NARROWED) await republish(runner, view, of, before);
  }
}
