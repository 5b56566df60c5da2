import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matchKey, sumDong, type PlainDate } from '@thongvon/kernel';
import { matchFinding, MatchProjects } from '@thongvon/projects';
import type { AllocationReading } from '@thongvon/reading';
import {
  decidedProjects,
  previewRow,
  previewTotal,
  ReturnKinds,
  type CheckOutcome,
  type KnownAmounts,
  type PreviewRow,
  type ReturnFacts,
  type ReturnKindRules,
} from '@thongvon/returns';
import { CommitPlan } from './commit-plan';
import { CurrentPlan, type ProjectPlan } from './current-plan';
import { RecomputePlan } from './recompute-plan';

/** The capital plan and its adjustments as a kind of return. */
@Injectable()
export class PlanRules implements ReturnKindRules, OnModuleInit {
  readonly kind = 'plan';
  readonly senders = ['finance-officer', 'finance-head'] as const;

  constructor(
    private readonly kinds: ReturnKinds,
    private readonly matching: MatchProjects,
    private readonly plan: CurrentPlan,
    private readonly committing: CommitPlan,
    private readonly recomputing: RecomputePlan,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async known(manager: EntityManager, day: PlainDate): Promise<KnownAmounts> {
    return { planned: await this.plan.byCode(manager, day) };
  }

  /** Shows per project what the decision changes; a plan may name new projects, so only a doubtful match is asked. */
  async check(manager: EntityManager, { reading, scope, answers }: ReturnFacts): Promise<CheckOutcome> {
    const { decision, planYear } = reading;
    const matcher = await this.matching.matcherFor(reading.allocations, scope, manager);
    const decided = decidedProjects(answers);
    const byProject = groupByProject(reading.allocations);
    const matched = byProject.map((lines) => ({ lines, match: matcher.match(lines[0]) }));
    const ids = matched.flatMap(({ match }) => (match.type === 'known' ? [match.project.id] : []));
    const before =
      decision && planYear !== null
        ? await this.plan.of(manager, planYear, decision.date, ids)
        : new Map<string, ProjectPlan>();
    const findings = matched.flatMap(({ lines: [first], match }) => {
      const settled =
        match.type === 'new' ||
        (match.type === 'doubtful' && decided.has(matchKey(first.code ?? first.name)));
      return settled ? [] : (matchFinding(first, match, first.cell) ?? []);
    });
    const rows = matched.map(({ lines, match }): PreviewRow => {
      const [first] = lines;
      const projectId = match.type === 'known' ? match.project.id : null;
      const earlier = (projectId === null ? undefined : before.get(projectId)?.all) ?? null;
      const after = sumDong(lines.map(({ planned }) => BigInt(planned)));
      return previewRow({
        projectId,
        code: first.code,
        name: first.name,
        before: earlier,
        after,
        cell: first.cell,
      });
    });
    return { findings, preview: { kind: this.kind, ...previewTotal(rows), rows } };
  }

  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void> {
    return this.committing.commit(manager, facts, approvedAt);
  }

  /** The same decision sent again replaces what was read from it before. */
  async superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH decided AS MATERIALIZED (SELECT DISTINCT decision_id FROM allocation WHERE return_id = $1)
       SELECT r.id FROM return r
       WHERE r.id <> $1 AND r.status = 'approved' AND r.kinds <@ $2
         AND EXISTS (SELECT 1 FROM allocation other
                     WHERE other.return_id = r.id AND other.decision_id IN (SELECT decision_id FROM decided))`,
      [facts.id, facts.reading.kinds],
    );
    return rows.map(({ id }) => id);
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.recomputing.forReturn(manager, returnId);
  }
}

type Lines = readonly [AllocationReading, ...AllocationReading[]];

function groupByProject(allocations: readonly AllocationReading[]): Lines[] {
  const groups = new Map<string, [AllocationReading, ...AllocationReading[]]>();
  for (const allocation of allocations) {
    const key = allocation.code ?? matchKey(allocation.name);
    const group = groups.get(key);
    if (group) group.push(allocation);
    else groups.set(key, [allocation]);
  }
  return [...groups.values()];
}
