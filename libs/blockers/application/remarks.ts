import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { FindProject, identifyProjects, locateRows, type SourceCell } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock, together } from '@thongvon/platform';
import { MatchProjects } from '@thongvon/projects';
import { obstacleIn } from '@thongvon/return-reader';
import type { PreviewRemark, ReturnFacts } from '@thongvon/returns';
import { mayFollow, type RemarkDecisionType, remarkKey, weighRemarks } from '../domain/remark-decisions';
import { notedProjects } from '../domain/reported-texts';
import { lockProjects } from '../persistence/blocker-identity';
import {
  keepDecision,
  keepRemarks,
  type KeptDecision,
  remarkGround,
  remarkInCell,
  remarksOfReturn,
  returnsOf,
  type RemarkTable,
  standingRemarks,
} from '../persistence/remark-rows';
import { problems } from './problems';

/** More than a person reads; what lies further back is in the audit trail. */
const DECLINED_SHOWN = 50;

/** A remark of a clearance or disbursement table on a project: a person is asked whether it is a blocker, or has said that it is none. */
export interface ProjectRemark {
  readonly text: string;
  readonly state: 'proposed' | 'declined';
  /** The return's as-of date. */
  readonly asOf: PlainDate | null;
  /** Where it stands; of a declined one, where it was declined. */
  readonly source: SourceCell;
  /** Whether the return is in sight of the actor, who may then decide on it. */
  readonly mayDecide: boolean;
  /** When a person said that it is none, and who; null while it is proposed. */
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** A remark with the kind of table that it stands in. */
type TableRemark = PreviewRemark & { readonly text: string; readonly table: RemarkTable };

/** Remarks of clearance and disbursement tables: proposed as blockers, which only a person opens. */
@Injectable()
export class Remarks {
  constructor(private readonly matching: MatchProjects) {}

  /** All that the return remarks on its projects, decided on or not: what its preview keeps. */
  async in(manager: EntityManager, facts: ReturnFacts): Promise<PreviewRemark[]> {
    return (await this.remarksIn(manager, facts)).map(({ table: _, ...remark }) => remark);
  }

  private async remarksIn(manager: EntityManager, facts: ReturnFacts): Promise<TableRemark[]> {
    const asked = { topic: 'blocker' as const, state: 'proposed' as const, before: null };
    const rows = await locateRows(manager, this.matching, facts);
    const ofClearance = rows.flatMap(({ row, project, code, name }) =>
      row.note === undefined
        ? []
        : [
            {
              ...asked,
              projectId: project.id,
              code,
              name,
              text: row.note,
              cell: row.cells['note'] ?? null,
              table: 'land-clearance' as const,
            },
          ],
    );
    const noted = notedProjects(facts.reading).flatMap(({ note, path, place, ...named }) =>
      note !== null && obstacleIn(path, note) === 'remark' ? [{ ...named, text: note, cell: place }] : [],
    );
    const projects = await identifyProjects(manager, this.matching, noted, facts);
    const ofDisbursement = noted.map((remark, index) => ({
      ...{ ...asked, ...remark, table: 'disbursement' as const },
      projectId: projects[index]?.id ?? null,
    }));
    const ground = { decisions: [], blockers: [] };
    return weighRemarks([...ofClearance, ...ofDisbursement], ground).map(({ remark }) => remark);
  }

  /** Keeps what an approved return remarks, after its projects have been registered. */
  async commit(manager: EntityManager, facts: ReturnFacts): Promise<void> {
    const remarks = await this.remarksIn(manager, facts);
    await keepRemarks(
      manager,
      facts.id,
      remarks.flatMap(({ projectId, text, cell, table }) =>
        projectId === null || cell === null ? [] : [{ projectId, text, table, ...cell }],
      ),
    );
  }

  /**
   * The remarks of a return as a person sees them now: without those that are blockers already or were decided on in
   * another return, and with what was decided on in this one, where it can be taken back.
   */
  async now(
    manager: EntityManager,
    returnId: string,
    remarks: readonly PreviewRemark[],
  ): Promise<PreviewRemark[]> {
    const proposed = remarks.filter(({ state }) => state === 'proposed');
    if (proposed.length === 0) return [...remarks];
    const ofPreview = proposed.flatMap(({ projectId }) => projectId ?? []);
    const [approved, { decisions, blockers }] = await together(manager, (all) =>
      Promise.all([remarksOfReturn(all, returnId), remarkGround(all, [...new Set(ofPreview)], returnId)]),
    );
    const known = proposed.map((remark) => {
      const { cell } = remark;
      const registered = approved.find((one) => one.sheet === cell?.sheet && one.cell === cell.cell);
      return {
        ...remark,
        projectId: remark.projectId ?? registered?.projectId ?? null,
        text: remark.text ?? '',
      };
    });
    // What the return itself calls a blocker needs no second one.
    const named = remarks.flatMap(({ state, projectId, text }) =>
      state === 'proposed' || projectId === null || text === null ? [] : [{ projectId, text }],
    );
    const ground = { decisions, blockers: [...blockers, ...named] };
    return [
      ...remarks.filter(({ state }) => state !== 'proposed'),
      ...weighRemarks(known, ground).flatMap(({ remark, decision }) => {
        if (decision === undefined) return [remark];
        if (decision.returnId !== returnId) return [];
        const state = decision.type === 'accepted' ? ('accepted' as const) : ('declined' as const);
        return [{ ...remark, state, blockerId: decision.blockerId }];
      }),
    ];
  }

  /** What is proposed of a project by the returns that count up to a day, and what was said to be no blocker; asked of `manager` at once. */
  async ofProject(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    asOf: PlainDate,
  ): Promise<ProjectRemark[]> {
    const [ground, standing] = await Promise.all([
      remarkGround(manager, [projectId]),
      standingRemarks(manager, projectId, asOf),
    ]);
    const proposed = weighRemarks(standing, ground).filter(({ decision }) => decision === undefined);
    return [
      ...proposed.map(({ remark: { text, returnId, sheet, cell, asOf: on, organizationId } }) => ({
        text,
        state: 'proposed' as const,
        asOf: on,
        source: { returnId, sheet, cell },
        mayDecide: actor.scope.includes(organizationId),
        decidedAt: null,
        decidedBy: null,
      })),
      ...declinedOf(actor, ground.decisions),
    ];
  }
}

function declinedOf(actor: Actor, decisions: readonly KeptDecision[]): ProjectRemark[] {
  const last = new Map(decisions.map((decision) => [decision.key, decision]));
  const declined = [...last.values()].filter(({ type }) => type === 'declined').reverse();
  return declined
    .slice(0, DECLINED_SHOWN)
    .map(({ text, returnId, sheet, cell, at, by, asOf, organizationId }) => ({
      text,
      state: 'declined' as const,
      asOf,
      source: { returnId, sheet, cell },
      mayDecide: actor.scope.includes(organizationId),
      decidedAt: at,
      decidedBy: by,
    }));
}

/** What a person says of a remark of a project. */
export interface RemarkSaying {
  readonly projectId: string;
  readonly source: SourceCell;
  readonly type: Exclude<RemarkDecisionType, 'accepted'>;
}

/** What stands for a remark now. */
export interface DecidedRemark {
  readonly projectId: string;
  readonly source: SourceCell;
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
    { projectId, source, blockerId }: { projectId: string; source: SourceCell; blockerId: string },
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
    source: SourceCell,
  ): Promise<{ text: string; key: string; last: RemarkDecisionType | undefined }> {
    await lockProjects(manager, [projectId]);
    const [of] = await returnsOf(manager, [source.returnId]);
    const visible = of !== undefined && actor.scope.includes(of.organizationId);
    const text = visible ? await remarkInCell(manager, projectId, source) : undefined;
    if (text === undefined) throw problems.remarkUnknown();
    const key = remarkKey(text);
    const { decisions } = await remarkGround(manager, [projectId]);
    const last = decisions.findLast((decision) => decision.key === key);
    if (last?.type === 'accepted') throw problems.remarkAccepted(last.blockerId ?? '');
    return { text, key, last: last?.type };
  }
}
