import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

/** The views that show no more than some other room reads of them, and what they showed before. */
const NARROWED = [
  {
    view: 'snapshots.week_ref',
    of: 'weekly_snapshot',
    columns: 'id, week, revision',
    before: 'id, week, revision, frozen_at, computed_at, plan_years, previous_id',
  },
  {
    view: 'snapshots.weekly_cut_ref',
    of: 'weekly_cut',
    columns: 'week',
    before: 'week, revision, known_through, reason, requested_by',
  },
] as const;

/** Shows other rooms only what one of them reads: the rest of a table can change without asking them. No row is touched. */
export class SnapshotsNarrowerViews1700000000242 implements MigrationInterface {
  readonly name = 'SnapshotsNarrowerViews1700000000242';

  async up(runner: QueryRunner): Promise<void> {
    for (const { view, of, columns } of NARROWED) await republish(runner, view, of, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { view, of, before } of NARROWED) await republish(runner, view, of, before);
  }
}
