import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sumDong, type PlainDate } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { Problem } from '@thongvon/platform';
import {
  answeredAlike,
  askAboutRenamed,
  foreignFinding,
  matchFinding,
  MatchProjects,
  SettleHandovers,
  swappedNames,
} from '@thongvon/projects';
import {
  previewRow,
  previewTotal,
  type CheckOutcome,
  type EffectChange,
  ForReturnKind,
  type CalledProjects,
  type KnownAmounts,
  type OwnerChanges,
  type PreviewRow,
  type ReturnFacts,
  type ReturnKindRules,
} from '@thongvon/returns';
import type { Finding } from '@thongvon/return-reader';
import { singlePlanSuspect } from '../../domain/plan/single-plan';
import { CommitPlan } from './commit-plan';
import { CurrentPlan, plannedByCode, type ProjectPlan } from '../../persistence/known-amounts';
import { linesElsewhere, standingLines } from '../../persistence/plan/plan-ledger';
import { type MatchedLines, matchLines, planOwners } from './matched-lines';
import { chosenFor, endingWith, planEffect, saidElsewhere } from './plan-effect';
import { RecomputePositions } from '../recompute-positions';

/** The capital plan and its adjustments as a kind of return. */
@Injectable()
@ForReturnKind('plan')
export class PlanRules implements ReturnKindRules {
  readonly senders = ['finance-officer', 'finance-head'] as const;

  constructor(
    private readonly matching: MatchProjects,
    private readonly organizations: OrganizationTree,
    private readonly plan: CurrentPlan,
    private readonly committing: CommitPlan,
    private readonly recomputing: RecomputePositions,
    private readonly handovers: SettleHandovers,
  ) {}

  async known(
    manager: EntityManager,
    day: PlainDate,
    scope: readonly string[],
    called: CalledProjects,
  ): Promise<KnownAmounts> {
    return { planned: await plannedByCode(manager, day, scope, called) };
  }

  /** Shows per project what the decision changes; a plan may name new projects, so only a doubtful match is asked. */
  async check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome> {
    const { reading } = facts;
    const { decision, planYear } = reading;
    const { matched, matcher } = await matchLines(manager, this.matching, this.organizations, facts);
    const ids = matched.flatMap(({ match }) => (match.type === 'known' ? [match.project.id] : []));
    const before =
      decision && planYear !== null
        ? await this.plan.of(manager, planYear, decision.date, ids)
        : new Map<string, ProjectPlan>();
    const identified = matched.map(({ lines, projectId, match }) => {
      const isAnswered = matcher.isAnswered(lines[0]);
      return { row: projectRow(lines), projectId, match, isAnswered };
    });
    // Without a decision or a year the reading itself has asked.
    const renamed =
      decision && planYear !== null
        ? await askAboutRenamed(manager, {
            scope: facts.scope,
            planYear,
            asOf: decision.date,
            unknown: identified.flatMap(({ row, match, isAnswered }) =>
              match.type === 'new' && !isAnswered ? [row] : [],
            ),
            listed: ids,
            among: 'held',
          })
        : undefined;
    const swapped = swappedNames(
      matcher,
      identified.map(({ row }) => row),
    );
    const findings = identified.flatMap(({ row, match, isAnswered }) => {
      if (swapped.rows.has(row)) return [];
      if (match.type === 'foreign') return [foreignFinding(row, row.cell)];
      const question = renamed?.findings.get(row);
      if (question) return [question];
      const settled = match.type === 'new' || (match.type === 'known' && isAnswered);
      return settled ? [] : (matchFinding(matcher, row, row.cell) ?? []);
    });
    findings.push(...answeredAlike(identified), ...swapped.findings);
    findings.push(
      ...(await planOwners(manager, this.organizations, facts, matched)).inQuestion.map(
        ({ finding }) => finding,
      ),
    );
    const effect = await planEffect(manager, facts, matched);
    const rows = matched.map(({ lines, projectId }, index): PreviewRow => {
      const [{ code, name, cell }] = lines;
      const plannedStated = sumDong(lines.map(({ planned }) => BigInt(planned)));
      // Without a day nothing is known of the ledger but what the lines say.
      const plan = effect.plans?.[index] ?? { before: null, after: plannedStated };
      return previewRow({ projectId, code, name, ...plan, plannedStated, cell });
    });
    const single = await this.singlePlan(manager, facts, matched, before);
    return {
      findings: [...findings, ...single, ...effect.findings],
      preview: {
        kind: 'plan',
        ...previewTotal(rows),
        rows,
        ...(effect.again === undefined ? {} : { again: effect.again }),
      },
      consequences: effect.consequences,
    };
  }

  /** A decision of one project has nothing else that would tell a wrong unit; what the reader asks for is asked once. */
  private async singlePlan(
    manager: EntityManager,
    { reading: { decision, planYear, findings }, scope }: ReturnFacts,
    matched: readonly MatchedLines[],
    before: ReadonlyMap<string, ProjectPlan>,
  ): Promise<Finding[]> {
    const [only, ...others] = matched;
    const isAsked = findings.some(
      ({ code, severity }) => code === 'RET-UNIT-SUSPECT' && severity === 'question',
    );
    if (!only || others.length > 0 || !decision || planYear === null || isAsked) return [];
    if (only.match.type === 'foreign') return [];
    const { name, cell, planned } = projectRow(only.lines);
    if (planned === null) return [];
    const known = await this.plan.aroundOne(manager, {
      projectId: only.projectId,
      planYear,
      on: decision.date,
      scope,
    });
    const ledger = only.projectId === null ? null : (before.get(only.projectId)?.current ?? null);
    return singlePlanSuspect({ name, cell, planned: BigInt(planned), ledger, ...known });
  }

  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void> {
    return this.committing.commit(manager, facts, approvedAt);
  }

  /** A decision that was answered to replace what was approved of it does; a further annex ends nothing. */
  async superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]> {
    const standing = await standingLines(manager, facts);
    const chosen = chosenFor(facts);
    if (standing.length > 0 && chosen === null) throw approvedMeanwhile();
    if (standing.length === 0 && saidElsewhere(facts) === null) await this.refuseUnasked(manager, facts);
    return endingWith(chosen, standing);
  }

  /** Another office's return of the decision was approved since the check. */
  private async refuseUnasked(manager: EntityManager, facts: ReturnFacts): Promise<void> {
    const { matched } = await matchLines(manager, this.matching, this.organizations, facts);
    const ids = matched.flatMap(({ projectId }) => projectId ?? []);
    if ((await linesElsewhere(manager, facts, ids)).length > 0) throw approvedMeanwhile();
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.recomputing.planOf(manager, returnId);
  }

  settle(manager: EntityManager, change: EffectChange): Promise<OwnerChanges> {
    return this.handovers.settle(manager, change);
  }
}

/** Two returns of one decision at the same moment: what the second becomes has to be asked. */
function approvedMeanwhile(): Problem {
  return new Problem(
    409,
    'RETURN-CHANGED',
    'Quyết định này vừa được duyệt từ một báo cáo khác. Hãy xem lại và trả lời câu hỏi về quyết định.',
    'This decision was just approved from another return. Look again and answer what is asked about the decision.',
  );
}

/** A project's lines as one row: with this year's plan, by which a renamed project may be known. */
function projectRow(lines: MatchedLines['lines']) {
  const [{ code, name, cell }] = lines;
  const amounts = lines.flatMap(({ planType, planned }) =>
    planType === 'current-year' ? [BigInt(planned)] : [],
  );
  return {
    code,
    name,
    cell,
    planned: amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0n).toString(),
  };
}
