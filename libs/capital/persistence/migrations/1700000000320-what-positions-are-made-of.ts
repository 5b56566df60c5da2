import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

const VIEW = 'capital.disbursement_position_ref';
const COLUMNS = 'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed';

/** Positions show what they are made of: a blank return begins with it (published-views.ts). */
export class WhatPositionsAreMadeOf1700000000320 implements MigrationInterface {
  readonly name = 'WhatPositionsAreMadeOf1700000000320';

  async up(runner: QueryRunner): Promise<void> {
    await republish(runner, VIEW, 'disbursement_position', `${COLUMNS}, completed, advance, figure_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await republish(runner, VIEW, 'disbursement_position', `${COLUMNS}, figure_id`);
  }
}
