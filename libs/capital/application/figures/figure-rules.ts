import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import { dongOf, matchKey, type PlainDate, yearOf } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { analyzeTables } from '@thongvon/platform';
import { ensureSources, RecordGroups, RegisterProjects } from '@thongvon/projects';
import type { ReturnKind } from '@thongvon/return-reader';
import {
  type CheckOutcome,
  ForReturnKind,
  type CalledProjects,
  type KnownAmounts,
  namingOf,
  type PreviewRow,
  type PreviewSection,
  previewTotal,
  type ReturnFacts,
  type ReturnKindRules,
} from '@thongvon/returns';
import {
  compareWithEnding,
  disbursedNow,
  type EndingProject,
  type EndingReturn,
} from '../../domain/figures/figure-changes';
import type { Basis } from '../../domain/figures/figures-query';
import { ledgerLines } from '../../domain/figures/ledger-lines';
import { isEarlyInYear } from '../../domain/figures/findings';
import { approvedReturns, figuresOfReturns, insertFigures } from '../../persistence/figures/figure-ledger';
import { disbursedByCode } from '../../persistence/known-amounts';
import { RecomputePositions } from '../recompute-positions';
import { CheckFigures } from './check-figures';
import { figureConsequences } from './figure-consequences';

/** Writes the figures of a return and its owners' estimates into the ledger, registering projects that no plan has named. */
@Injectable()
export class CommitFigures {
  constructor(
    private readonly projects: RegisterProjects,
    private readonly groups: RecordGroups,
    private readonly organizations: OrganizationTree,
  ) {}

  /** In the approval's transaction, `at` its instant. A reading without a date or year is a slip of the program. */
  async commit(manager: EntityManager, facts: ReturnFacts, basis: Basis, at: Date): Promise<void> {
    const { reading } = facts;
    const { asOf, planYear, projects } = reading;
    if (asOf === null || planYear === null)
      throw new Error(`figures without date or year: return ${facts.id}`);
    const ids = await this.register(manager, facts, basis, at);
    await ensureSources(
      manager,
      projects.flatMap(({ lines }) => lines),
    );
    const figures = projects.flatMap((project, index) => {
      const projectId = ids[index] ?? '';
      return ledgerLines(project, reading.sheets, planYear, basis).map((line) => ({ projectId, ...line }));
    });
    const of = { returnId: facts.id, planYear, asOf };
    await insertFigures(manager, of, figures);
    await this.groups.record(
      manager,
      of,
      projects.map(({ group = null }, index) => ({ projectId: ids[index] ?? '', group })),
    );
    await analyzeTables(manager, figures.length, [
      'capital.figure (return_id, project_id, plan_year, plan_type, source_code, basis, as_of)',
    ]);
  }

  private async register(
    manager: EntityManager,
    facts: ReturnFacts,
    basis: Basis,
    at: Date,
  ): Promise<string[]> {
    const { reading, organizationId, scope } = facts;
    const named = reading.projects.flatMap(({ owner }) => (owner === null ? [] : [owner]));
    const owners = await this.organizations.idsByName(named, scope, manager);
    // A board reports for itself; a Treasury statement says nothing of who owns a project.
    const sender = basis === 'reported' ? organizationId : null;
    const rows = reading.projects.map(({ code, name, field, owner, totalInvestment }) => ({
      code,
      name,
      field,
      ownerName: owner,
      ownerId: owner === null ? sender : (owners.get(matchKey(owner)) ?? null),
      totalInvestment: dongOf(totalInvestment),
    }));
    return this.projects.register(manager, rows, { ...namingOf(facts, false), returnId: facts.id, at });
  }
}

type ReportedBasis = Exclude<Basis, 'estimate'>;

/** A kind of return that brings disbursement figures: the board's return or the Treasury's statement. */
@Injectable()
abstract class FigureRules implements ReturnKindRules {
  abstract readonly senders: readonly Role[];
  protected abstract readonly kind: ReturnKind;
  protected abstract readonly basis: ReportedBasis;

  constructor(
    private readonly checking: CheckFigures,
    private readonly committing: CommitFigures,
    private readonly recomputing: RecomputePositions,
  ) {}

  async check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome> {
    const { kind, basis } = this;
    const ending = await endingReturns(manager, facts, kind);
    const known = await endingProjects(manager, facts, basis, ending);
    const said = new Map(known.map(({ projectId, lines }) => [projectId, disbursedNow(lines)]));
    const { findings, rows, explained, outside } = await this.checking.check(manager, facts, basis, said);
    const held = againstEnding(facts, basis, rows, ending, known);
    const projectIds = rows.slice(0, facts.reading.projects.length).map(({ projectId }) => projectId);
    const endingIds = ending.map(({ id }) => id);
    const consequences = await figureConsequences(manager, facts, basis, projectIds, endingIds, explained);
    const apart = outside === null ? {} : { outside };
    return { findings, preview: { kind, ...previewTotal(rows), ...held, ...apart }, consequences };
  }

  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void> {
    return this.committing.commit(manager, facts, this.basis, approvedAt);
  }

  async superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]> {
    return (await endingReturns(manager, facts, this.kind)).map(({ id }) => id);
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.recomputing.figuresOf(manager, returnId);
  }
}

@Injectable()
@ForReturnKind('disbursement')
export class ReportedFigureRules extends FigureRules {
  readonly senders = ['reporter', 'finance-officer', 'finance-head'] as const;
  protected readonly kind = 'disbursement';
  protected readonly basis = 'reported';

  known(
    manager: EntityManager,
    day: PlainDate,
    scope: readonly string[],
    called: CalledProjects,
  ): Promise<KnownAmounts> {
    return disbursedOn(manager, day, scope, called);
  }
}

@Injectable()
@ForReturnKind('treasury')
export class TreasuryFigureRules extends FigureRules {
  readonly senders = ['finance-officer', 'finance-head'] as const;
  protected readonly kind = 'treasury';
  protected readonly basis = 'treasury';
}

/** What the boards' last figures say, which early in a year is no magnitude to hold anything against. */
async function disbursedOn(
  manager: EntityManager,
  day: PlainDate,
  scope: readonly string[],
  called: CalledProjects,
): Promise<KnownAmounts> {
  if (isEarlyInYear(day, yearOf(day))) return {};
  return { disbursed: await disbursedByCode(manager, day, scope, called) };
}

/**
 * Approved returns that end when this one is approved, the last approved first. A full return replaces an earlier one of
 * the same office, kind and date; a partial one only what it lists.
 */
async function endingReturns(
  manager: EntityManager,
  { reading, organizationId, id }: ReturnFacts,
  kind: ReturnKind,
): Promise<EndingReturn[]> {
  if (reading.coverage !== 'full') return [];
  const { asOf, planYear, kinds } = reading;
  return approvedReturns(manager, { organizationId, asOf, planYear, kind, within: kinds, but: id });
}

/** What the ending returns say by project. */
async function endingProjects(
  manager: EntityManager,
  { reading: { planYear } }: ReturnFacts,
  basis: Basis,
  ending: readonly EndingReturn[],
): Promise<readonly EndingProject[]> {
  if (ending.length === 0 || planYear === null) return [];
  const ids = ending.map(({ id }) => id);
  return figuresOfReturns(manager, ids, planYear, basis === 'reported' ? [basis, 'estimate'] : [basis]);
}

/** The rows of a section held against the approved returns that end with it; as they are where none does. */
function againstEnding(
  { reading: { planYear, projects, sheets } }: ReturnFacts,
  basis: Basis,
  rows: readonly PreviewRow[],
  [last]: readonly EndingReturn[],
  known: readonly EndingProject[],
): Pick<PreviewSection, 'rows' | 'replaces'> {
  // Without rows nothing could be compared: its unit is still asked for.
  if (last === undefined || planYear === null || rows.length < projects.length) return { rows };
  const reported = projects.map((project) => ledgerLines(project, sheets, planYear, basis));
  const open = projects.map(({ lines }) => lines.some(({ unread = [] }) => unread.length > 0));
  return compareWithEnding(rows, reported, last, known, open);
}
