import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { mayFollow, remarkKey, type RemarkDecisionType } from '../domain/remark-decisions';
import { keepDecision, remarkGround, remarkInCell, type ReturnCell } from '../persistence/remark-rows';
import { FindProject } from './find-project';
import { problems } from './problems';

/** What a person says of a remark of a project. */
export interface RemarkSaying {
  readonly projectId: string;
  readonly source: ReturnCell;
  readonly type: Exclude<RemarkDecisionType, 'accepted'>;
}

/** What stands for a remark now. */
export interface DecidedRemark {
  readonly projectId: string;
  readonly source: ReturnCell;
  readonly text: string;
  readonly state: 'proposed' | 'declined';
}

/** A person says that a remark is no blocker, or takes that back; or opens a blocker from it. */
@Injectable()
export class DecideRemark {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Saying again what stands changes nothing. Throws PROJECT-NOT-FOUND, REMARK-UNKNOWN and REMARK-ACCEPTED. */
  async execute(actor: Actor, { projectId, source, type }: RemarkSaying): Promise<DecidedRemark> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, null, manager);
      const { text, key, last } = await this.stands(manager, actor, projectId, source);
      const state = type === 'declined' ? ('declined' as const) : ('proposed' as const);
      if (mayFollow(type, last)) {
        const at = this.clock.now();
        await keepDecision(manager, {
          ...{ projectId, key, type, text, ...source },
          ...{ blockerId: null, actorId: actor.userId, at },
        });
        // The remark may name people: the trail keeps its cell, not what it says.
        await this.audit.record(manager, actor.userId, `remark.${type}`, `project:${projectId}`, {
          ...source,
        });
      }
      return { projectId, source, text, state };
    });
  }

  /** Opening `blockerId` from a remark says that it is one. Runs in the transaction of `manager`; throws as `execute` does. */
  async accept(
    manager: EntityManager,
    actor: Actor,
    { projectId, source, blockerId }: { projectId: string; source: ReturnCell; blockerId: string },
  ): Promise<void> {
    const { text, key } = await this.stands(manager, actor, projectId, source);
    const at = this.clock.now();
    await keepDecision(manager, {
      ...{ projectId, key, type: 'accepted', text, ...source },
      ...{ blockerId, actorId: actor.userId, at },
    });
  }

  /** The remark in the cell and what was said of it last; whoever decides on another of the project waits. */
  private async stands(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    source: ReturnCell,
  ): Promise<{ text: string; key: string; last: RemarkDecisionType | undefined }> {
    await manager.query(`SELECT FROM projects.project_ref AS project WHERE id = $1 FOR NO KEY UPDATE`, [
      projectId,
    ]);
    const [visible] = await manager.query<object[]>(
      `SELECT FROM returns.return_ref WHERE id = $1 AND organization_id = ANY($2)`,
      [source.returnId, actor.scope],
    );
    const text = visible && (await remarkInCell(manager, projectId, source));
    if (text === undefined) throw problems.remarkUnknown();
    const key = remarkKey(text);
    const { decisions } = await remarkGround(manager, [projectId]);
    const last = decisions.findLast((decision) => decision.key === key);
    if (last?.type === 'accepted') throw problems.remarkAccepted(last.blockerId ?? '');
    return { text, key, last: last?.type };
  }
}
