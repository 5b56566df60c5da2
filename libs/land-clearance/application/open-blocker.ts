import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessDate, cleanText } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import type { BlockerFields } from '../domain/blocker-event';
import type { ReturnCell } from '../persistence/remark-rows';
import { DecideRemark } from './decide-remark';
import { FindProject } from './find-project';
import { problems } from './problems';
import { RecordAction } from './record-action';

export interface NewBlocker extends BlockerFields {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly description: string;
  /** The cell of the remark that it is opened from. */
  readonly source?: ReturnCell;
  /** Why the capital held is set by hand. */
  readonly reason?: string;
}

/** A person opens a blocker. */
@Injectable()
export class OpenBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly actions: RecordAction,
    private readonly remarks: DecideRemark,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Its id. Throws PROJECT-NOT-FOUND, SEGMENT-UNKNOWN, DATE-IN-FUTURE and HELD-WITHOUT-REASON; from a remark
   * REMARK-UNKNOWN and REMARK-ACCEPTED.
   */
  async open(actor: Actor, { projectId, segmentId, reason, source, ...fields }: NewBlocker): Promise<string> {
    if (fields.capitalHeld != null && reason === undefined) throw problems.heldWithoutReason();
    const now = this.clock.now();
    const on = fields.openedOn ?? businessDate(now);
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, segmentId, manager);
      const id = randomUUID();
      await manager.query(
        `INSERT INTO blockers.blocker (id, project_id, segment_id, recorded_at) VALUES ($1, $2, $3, $4)`,
        [id, projectId, segmentId, now],
      );
      if (source) await this.remarks.accept(manager, actor, { projectId, source, blockerId: id });
      await this.actions.record(
        manager,
        actor,
        { id, projectId },
        {
          type: 'opened',
          on,
          ...(reason === undefined ? {} : { text: reason }),
          changes: { ...fields, description: cleanText(fields.description) },
        },
      );
      return id;
    });
  }
}
