import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProjectRemarkView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { MatchProjects } from '@thongvon/projects';
import type { PreviewRemark, ReturnFacts } from '@thongvon/returns';
import { weighRemarks } from '../domain/remark-decisions';
import {
  keepRemarks,
  remarkGround,
  remarksOfReturn,
  standingRemarks,
  type KeptDecision,
} from '../persistence/remark-rows';
import { locateRows } from './located-rows';

/** More than a person reads; what lies further back is in the audit trail. */
const DECLINED_SHOWN = 50;

/** Remarks of clearance tables: proposed as blockers, which only a person opens. */
@Injectable()
export class Remarks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matching: MatchProjects,
  ) {}

  /** All that the return remarks on its projects, decided on or not: what its preview keeps. */
  async in(manager: EntityManager, facts: ReturnFacts): Promise<PreviewRemark[]> {
    const rows = await locateRows(manager, this.matching, facts);
    const remarks = rows.flatMap(({ row, project, code, name }) =>
      row.note === undefined
        ? []
        : [
            {
              topic: 'blocker' as const,
              state: 'proposed' as const,
              projectId: project.id,
              code,
              name,
              text: row.note,
              before: null,
              cell: row.cells['note'] ?? null,
            },
          ],
    );
    return weighRemarks(remarks, { decisions: [], blockers: [] }).map(({ remark }) => remark);
  }

  /** Keeps what an approved return remarks, after its projects have been registered. */
  async commit(manager: EntityManager, facts: ReturnFacts): Promise<void> {
    const remarks = await this.in(manager, facts);
    await keepRemarks(
      manager,
      facts.id,
      remarks.flatMap(({ projectId, text, cell }) =>
        projectId === null || text === null || cell === null ? [] : [{ projectId, text, ...cell }],
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
    const approved = await remarksOfReturn(manager, returnId);
    const known = proposed.map((remark) => {
      const { cell } = remark;
      const registered = approved.find((one) => one.sheet === cell?.sheet && one.cell === cell.cell);
      return {
        ...remark,
        projectId: remark.projectId ?? registered?.projectId ?? null,
        text: remark.text ?? '',
      };
    });
    const ids = [...new Set(known.flatMap(({ projectId }) => projectId ?? []))];
    const { decisions, blockers } = await remarkGround(manager, ids);
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

  /** What is proposed of a project by the returns that count up to a day, and what was said to be no blocker. */
  async ofProject(actor: Actor, projectId: string, asOf: PlainDate): Promise<ProjectRemarkView[]> {
    const { manager } = this.dataSource;
    const ground = await remarkGround(manager, [projectId]);
    const standing = await standingRemarks(manager, projectId, asOf);
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
      ...(await this.declined(actor, ground.decisions)),
    ];
  }

  private async declined(actor: Actor, decisions: readonly KeptDecision[]): Promise<ProjectRemarkView[]> {
    const last = new Map(decisions.map((decision) => [decision.key, decision]));
    const declined = [...last.values()].filter(({ type }) => type === 'declined').reverse();
    const shown = declined.slice(0, DECLINED_SHOWN);
    const returns = await this.dataSource.query<
      { id: string; organizationId: string; asOf: PlainDate | null }[]
    >(
      `SELECT id, organization_id AS "organizationId", as_of AS "asOf" FROM returns.return_ref WHERE id = ANY($1)`,
      [shown.map(({ returnId }) => returnId)],
    );
    return shown.map(({ text, returnId, sheet, cell, at, by }) => {
      const of = returns.find(({ id }) => id === returnId);
      return {
        text,
        state: 'declined' as const,
        asOf: of?.asOf ?? null,
        source: { returnId, sheet, cell },
        mayDecide: of !== undefined && actor.scope.includes(of.organizationId),
        decidedAt: at,
        decidedBy: by,
      };
    });
  }
}
