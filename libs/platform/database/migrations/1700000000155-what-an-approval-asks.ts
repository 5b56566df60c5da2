import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an approval asks of a person beyond a press: lists know it of returns that were checked before it was kept in their
 * summary, as far as they can still be approved.
 */
export class WhatAnApprovalAsks1700000000155 implements MigrationInterface {
  readonly name = 'WhatAnApprovalAsks1700000000155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE return_reading rr SET summary = summary || jsonb_build_object(
        'lowers', jsonb_path_exists(preview::jsonb, '$.consequences[*] ? (@.lowers == true)'),
        'registers', (
          SELECT count(DISTINCT row->>'code')
          FROM jsonb_path_query(preview::jsonb, '$.sections[*] ? (@.kind != "plan").rows[*] ? (@.projectId == null)') AS row
        ))
      FROM return r
      WHERE r.id = rr.return_id AND r.status IN ('needs-attention', 'ready', 'submitted') AND summary IS NOT NULL;
      COMMENT ON COLUMN return_reading.summary IS
        'Total, sums of the preview with projects by state, findings by severity, whether approval lowers a total and how many projects it registers. Null: read before it was kept';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE return_reading SET summary = summary - 'lowers' - 'registers' WHERE summary IS NOT NULL;
      COMMENT ON COLUMN return_reading.summary IS
        'Total, sums of the preview with projects by state, findings by severity. Null: read before it was kept';
    `);
  }
}
