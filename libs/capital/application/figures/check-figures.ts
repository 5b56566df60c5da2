import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CurrentPlan, type ProjectPlan, projectsInPlan } from '../../persistence/known-amounts';
import { daysBetween, type Dong, dongOf, groupBy, type PlainDate } from '@thongvon/kernel';
import {
  answeredAlike,
  askAboutRenamed,
  matchFinding,
  MatchProjects,
  missingBeside,
  swappedNames,
} from '@thongvon/projects';
import type { Finding, ProjectReading } from '@thongvon/return-reader';
import {
  namingOf,
  previewRow,
  reasonFor,
  type CheckOutcome,
  type OutsidePlan,
  type PreviewRow,
  type ReturnFacts,
} from '@thongvon/returns';
import { apartFromPlan, outsideOf } from '../../domain/figures/figure-changes';
import type { Basis } from '../../domain/figures/figures-query';
import {
  contradicted,
  type Cumulative,
  cumulativeFalls,
  type FiguresAround,
} from '../../domain/figures/cumulative-order';
import {
  againstLedgers,
  cellOf,
  projectMissing,
  sourcesWithoutPlan,
  unitSuspects,
} from '../../domain/figures/findings';
import {
  aroundKey,
  figuresAround,
  figuresBefore,
  type FigureBefore,
} from '../../persistence/figures/figures-before';

interface MatchedRow {
  readonly row: ProjectReading;
  readonly projectId: string | null;
  readonly finding: Finding | undefined;
  /** Nothing of the register is meant, as far as code and name tell, and nobody has said otherwise. */
  readonly isUnknown: boolean;
  /** Somebody has said that it is a project of its own. */
  readonly isDenied: boolean;
  readonly isAnswered: boolean;
}

/** Holds the figures of a return against the register, the plan ledger and the last approved figures. */
@Injectable()
export class CheckFigures {
  constructor(
    private readonly matching: MatchProjects,
    private readonly plan: CurrentPlan,
  ) {}

  /** What is to be asked and said of the return, and its preview: the rows in the order of its projects, then missing ones. */
  async check(
    manager: EntityManager,
    facts: ReturnFacts,
    basis: Basis,
    /** By project, what approved returns of the same day say that end with this one: disbursed of this year's plan. */
    ending: ReadonlyMap<string, Dong | null>,
  ): Promise<
    Omit<CheckOutcome, 'preview'> & {
      rows: PreviewRow[];
      /** By `aroundKey`: whose fall below an earlier day its sender is asked about. */
      explained: ReadonlySet<string>;
      /** What it says of projects that the plan doesn't name; null: of none. */
      outside: OutsidePlan | null;
    }
  > {
    const { reading, organizationId } = facts;
    const { asOf, planYear } = reading;
    const { rows: matched, swapped } = await this.match(manager, facts);
    const alike = [...answeredAlike(matched), ...swapped];
    const findings = [...matched.flatMap(({ finding }) => finding ?? []), ...alike];
    // Without a date, a year or a sure unit the reading itself has asked; nothing can be compared yet.
    if (asOf === null || planYear === null || reading.findings.some(asksForUnit))
      return { findings, rows: [], explained: new Set(), outside: null };

    const projectIds = matched.flatMap(({ projectId }) => projectId ?? []);
    const plans = await this.plan.of(manager, planYear, asOf, projectIds);
    const before = await figuresBefore(manager, {
      organizationId,
      scope: facts.scope,
      projectIds,
      planYear,
      basis,
      before: asOf,
    });
    const listed = new Set(projectIds);
    const missing = [...before.values()].filter(
      (figure) => figure.organizationId === organizationId && !listed.has(figure.projectId),
    );
    const full = basis === 'reported' && reading.coverage === 'full';
    const renamed = await askAboutRenamed(manager, {
      scope: facts.scope,
      planYear,
      asOf,
      unknown: matched.flatMap(({ row, isUnknown }) => (isUnknown ? [row] : [])),
      denied: matched.flatMap(({ row, isDenied }) => (isDenied ? [row] : [])),
      listed: projectIds,
      missing: full ? missing : [],
      among: 'planned',
    });
    findings.splice(
      0,
      findings.length,
      ...matched.flatMap(({ row, finding }) => renamed.findings.get(row) ?? finding ?? []),
      ...alike,
    );
    const rows = matched.map(({ row, projectId }) =>
      toRow(row, projectId, lookUp(before, projectId), lookUp(plans, projectId), asOf),
    );
    const planned = await projectsInPlan(manager, { planYear, on: asOf }, projectIds);
    const added = reading.kinds.includes('plan') ? projectIds : [];
    const outside = outsideOf(apartFromPlan(rows, planned, new Set(added)));
    const units = unitSuspects(
      matched
        .filter(({ row }) => row.repeated !== true)
        .map(({ row, projectId }) => ({
          disbursed: dongOf(row.disbursed),
          planned: dongOf(row.planned),
          before: lookUp(before, projectId)?.disbursed ?? null,
          ledger: lookUp(plans, projectId)?.current ?? null,
          cell: cellOf(row, 'disbursed'),
        })),
      asOf,
      planYear,
    );
    findings.push(...units);
    const question = { scope: facts.scope, planYear, basis, before: asOf };
    const around = await figuresAround(manager, { ...question, projectIds }, { withCells: false });
    const falling = matched.flatMap(({ row, projectId }) => {
      const falls = cumulativesOf(row, projectId, asOf, around).some(
        ({ said, around: next }) => contradicted(said.parts, next).length > 0,
      );
      return falls && projectId !== null ? [projectId] : [];
    });
    const placed =
      falling.length === 0
        ? around
        : await figuresAround(manager, { ...question, projectIds: falling }, { withCells: true });
    const isFalling = new Set<string | null>(falling);
    const explained = new Set<string>();
    for (const { row, projectId } of matched) {
      // What a wrong unit makes of each row is no cause of its own.
      if (units.some(({ sheet }) => sheet === row.cell.sheet)) continue;
      const cumulatives = isFalling.has(projectId) ? cumulativesOf(row, projectId, asOf, placed) : [];
      for (const { key, said, around: next } of cumulatives) {
        const cuts = contradicted(said.parts, next);
        if (cuts.length > 0) findings.push(...cumulativeFalls(said, next, cuts));
        if (cuts.some(({ isEarlier }) => isEarlier)) explained.add(key);
      }
      findings.push(...sourcesWithoutPlan(row, lookUp(plans, projectId)?.sources));
      if (basis === 'reported')
        findings.push(
          ...againstLedgers(
            row,
            lookUp(before, projectId)?.disbursed ?? null,
            lookUp(plans, projectId)?.current ?? null,
          ),
        );
    }
    if (full) {
      const sheet = reading.sheets.find(({ role }) => role === 'disbursement')?.name ?? null;
      for (const figure of missing) {
        // Whether a new row is this project is asked already.
        if (!renamed.proposed.has(figure.projectId)) {
          const asked = projectMissing(sheet, figure, ending.get(figure.projectId));
          const denied = renamed.deniedBy.get(figure.projectId) ?? [];
          findings.push(...missingBeside(asked, denied, reasonFor(facts.answers, asked)));
        }
        rows.push(missingRow(figure));
      }
    }
    return { findings, rows, explained, outside };
  }

  private async match(
    manager: EntityManager,
    facts: ReturnFacts,
  ): Promise<{ readonly rows: readonly MatchedRow[]; readonly swapped: readonly Finding[] }> {
    const { projects } = facts.reading;
    const matcher = await this.matching.matcherFor(projects, namingOf(facts, false), manager);
    const swapped = swappedNames(matcher, projects);
    const rows = projects.map((row) => {
      const match = matcher.match(row);
      const projectId = match.type === 'known' ? match.project.id : null;
      const finding = swapped.rows.has(row) ? undefined : matchFinding(matcher, row, row.cell);
      const isAnswered = matcher.isAnswered(row);
      const isNew = match.type === 'new';
      return {
        row,
        projectId,
        finding,
        isUnknown: isNew && !isAnswered,
        isDenied: isNew && isAnswered,
        isAnswered,
      };
    });
    return { rows, swapped: swapped.findings };
  }
}

function asksForUnit({ code, severity }: Finding): boolean {
  return severity === 'question' && (code === 'RET-UNIT-UNKNOWN' || code === 'RET-UNIT-SUSPECT');
}

/** A plan type of a row with its cumulatives, and the approved figures next to its day. */
interface RowAround {
  readonly key: string;
  readonly said: Cumulative;
  readonly around: FiguresAround;
}

/**
 * What the cumulatives of a row are held against, by plan type. The approver sees all that falls too; why a project's own does
 * its sender is asked first, of every plan type and basis (ADR 0116, 0160).
 */
function cumulativesOf(
  row: ProjectReading,
  projectId: string | null,
  asOf: PlainDate,
  around: ReadonlyMap<string, FiguresAround>,
): RowAround[] {
  if (row.repeated === true || projectId === null) return [];
  return [...groupBy(row.lines, (line) => line.planType)].map(([planType, lines]) => {
    const key = aroundKey(projectId, planType);
    const parts = lines.map(({ source, sourceLabel, cells, disbursed, completed, advance }) => ({
      source,
      label: sourceLabel,
      cells,
      disbursed: dongOf(disbursed),
      completed: dongOf(completed),
      advance: dongOf(advance),
    }));
    return {
      key,
      said: { name: row.name, asOf, parts, cell: cellOf(row, 'disbursed', planType) },
      around: around.get(key) ?? {},
    };
  });
}

function toRow(
  row: ProjectReading,
  projectId: string | null,
  before: FigureBefore | undefined,
  plan: ProjectPlan | undefined,
  asOf: PlainDate,
): PreviewRow {
  const after = dongOf(row.disbursed);
  const stands = before && after !== null && before.disbursed === after;
  return previewRow({
    projectId,
    code: row.code,
    name: row.name,
    before: before?.disbursed ?? null,
    after,
    planned: plan?.current ?? null,
    plannedStated: dongOf(row.planned),
    unchangedWeeks: stands ? Math.floor(daysBetween(before.since, asOf) / 7) : null,
    cell: cellOf(row, 'disbursed'),
    unread: row.lines.some(
      ({ planType, unread = [] }) => planType === 'current-year' && unread.includes('disbursed'),
    ),
  });
}

function missingRow({ projectId, code, name, disbursed }: FigureBefore): PreviewRow {
  return previewRow({ projectId, code, name, before: disbursed, after: null, cell: null, missing: true });
}

function lookUp<T>(map: ReadonlyMap<string, T>, id: string | null): T | undefined {
  return id === null ? undefined : map.get(id);
}
