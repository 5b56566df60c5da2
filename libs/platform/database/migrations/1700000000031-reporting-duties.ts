import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices owe every week, by day; mergers of blockers stay behind the last cut like all that is known. */
export class ReportingDuties1700000000031 implements MigrationInterface {
  readonly name = 'ReportingDuties1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reporting_duty (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        effective_from date NOT NULL,
        kinds text[] NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX reporting_duty_organization ON reporting_duty (organization_id, effective_from, id);
      INSERT INTO reporting_duty (organization_id, effective_from, kinds, recorded_at)
        SELECT id, effective_from, ARRAY['disbursement'], now() FROM organization WHERE reports;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reporting_duty
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE reporting_duty IS 'Kinds of return that an organisation owes every week from a day on; the last entry of a day counts; append-only; business clock';
      COMMENT ON COLUMN organization.reports IS 'Owes a disbursement return each week, as of the last change; by day in reporting_duty';

      CREATE TRIGGER after_last_cut BEFORE INSERT ON blocker_merger FOR EACH ROW EXECUTE FUNCTION after_last_cut('recorded_at');
      CREATE INDEX blocker_merger_recorded ON blocker_merger (recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX blocker_merger_recorded;
      DROP TRIGGER after_last_cut ON blocker_merger;
      DROP TABLE reporting_duty;
      COMMENT ON COLUMN organization.reports IS 'Owes a disbursement return each week';
    `);
  }
}
