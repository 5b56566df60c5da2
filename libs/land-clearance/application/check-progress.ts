import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey } from '@thongvon/kernel';
import { answeredAlike, askAboutRenamed, MatchProjects, missingBeside } from '@thongvon/projects';
import type { Finding } from '@thongvon/return-reader';
import {
  previewTotal,
  reasonFor,
  type CheckOutcome,
  type PreviewRow,
  type ReturnFacts,
} from '@thongvon/returns';
import { clearanceMissing, firstCell, partFindings } from '../domain/findings';
import { compensationSuspects, type HeldMoney } from '../domain/compensation-unit';
import type { Measure } from '../domain/measures';
import { projectKey } from '../domain/placed-rows';
import { progressRow, progressTotals } from '../domain/progress-preview';
import { type Before, missingProjects, placeKey, progressBefore } from '../persistence/progress-around';
import { checkFalls, clearanceConsequences } from './falls';
import { locateRows, type LocatedRow, swappedProjects } from './located-rows';

/** Holds the clearance table of a return against the register and against what was reported before. */
@Injectable()
export class CheckProgress {
  constructor(private readonly matching: MatchProjects) {}

  /** The preview's amount is the compensation paid, the one that a clearance table has for every project. */
  async check(
    manager: EntityManager,
    facts: ReturnFacts,
    /** Returns that end when this one is approved. */
    ending: readonly string[],
  ): Promise<CheckOutcome> {
    const { reading } = facts;
    const rows = await locateRows(manager, this.matching, facts);
    // The disbursement table has asked already about projects that it lists as well.
    const asked = new Set(reading.projects.map(({ code, name }) => code ?? matchKey(name)));
    const findings: Finding[] = [];
    const ids = rows.flatMap(({ project }) => project.id ?? []);
    const projects = [...groupBy(rows, projectKey).values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { code, name, project } = first;
      const row = { code, name, cell: firstCell(first.row) };
      return [{ row, same, project, projectId: project.id, isAnswered: project.isAnswered }];
    });
    const lost =
      reading.coverage === 'full' && reading.asOf !== null
        ? await missingProjects(manager, facts, reading.asOf, ids)
        : [];
    const mine = projects.filter(({ row }) => !asked.has(projectKey(row)));
    const swapped = await swappedProjects(
      manager,
      this.matching,
      mine.map(({ row }) => row),
      facts,
    );
    findings.push(...swapped.findings);
    const renamed = await askAboutRenamed(manager, {
      scope: facts.scope,
      planYear: null,
      asOf: facts.day,
      unknown: mine.flatMap(({ row, project }) => (project.isUnknown ? [row] : [])),
      denied: mine.flatMap(({ row, project }) => (project.isDenied ? [row] : [])),
      listed: ids,
      missing: lost.map(({ id }) => ({ projectId: id, disbursed: null })),
      among: 'reported',
    });
    for (const { row, same, project } of projects) {
      const isSettled = asked.has(projectKey(row)) || swapped.rows.has(row);
      const unknown = isSettled ? undefined : (renamed.findings.get(row) ?? project.finding(row.cell));
      if (unknown) findings.push(unknown);
      findings.push(...partFindings(same));
    }
    findings.push(...answeredAlike(projects));
    const before = groupBy(
      reading.asOf === null ? [] : await progressBefore(manager, ids, reading.asOf),
      ({ projectId, segmentId }) => placeKey(projectId, segmentId),
    );
    const units = new Map(
      reading.sheets.filter(({ role }) => role === 'land-clearance').map(({ name, unit }) => [name, unit]),
    );
    const suspects = compensationSuspects(
      rows.map((located) => moneyOf(located, earlierOf(located, before))),
      units,
      facts.answers,
    );
    findings.push(...suspects);
    const falls = await checkFalls(
      manager,
      facts,
      rows,
      ending,
      ({ row }, measure) =>
        MONEY.includes(measure) && suspects.some(({ sheet }) => sheet === firstCell(row).sheet),
    );
    findings.push(...falls.findings);
    const preview = rows.map((located): PreviewRow =>
      progressRow(located, located.project.id, earlierOf(located, before)),
    );
    const sheet = reading.sheets.find(({ role }) => role === 'land-clearance')?.name ?? null;
    for (const { id, code, name } of lost) {
      // Whether a new row is this project is asked already.
      if (renamed.proposed.has(id)) continue;
      const question = clearanceMissing(sheet, code, name);
      const denied = renamed.deniedBy.get(id) ?? [];
      findings.push(...missingBeside(question, denied, reasonFor(facts.answers, question)));
    }
    const wholes = new Set(rows.filter(({ part }) => part === null).map(projectKey));
    // A part whose project has a row of its own too is in that row already.
    const counted = preview.filter((_, index) => {
      const row = rows[index];
      return row === undefined || row.part === null || !wholes.has(projectKey(row));
    });
    return {
      findings,
      preview: {
        kind: 'land-clearance',
        ...previewTotal(counted),
        rows: preview,
        numbers: progressTotals(counted),
      },
      consequences: await clearanceConsequences(manager, facts, rows, ending, falls.asked),
    };
  }
}

const MONEY: readonly Measure[] = ['compensation', 'compensated'];

function moneyOf({ row }: LocatedRow, earlier: ReadonlyMap<Measure, Before>): HeldMoney {
  const [compensation, compensated] = MONEY.map((measure) => earlier.get(measure)?.value);
  return {
    compensation: whole(row.compensation),
    compensationBefore: whole(compensation ?? null),
    compensated: whole(row.compensated),
    compensatedBefore: whole(compensated ?? null),
    cell: row.cells['compensation'] ?? row.cells['compensated'] ?? null,
  };
}

const whole = (amount: string | null): bigint | null =>
  amount === null ? null : BigInt(amount.replace(/\..*$/, ''));

/** What was reported before of the same place; a part that isn't registered yet has nothing before. */
function earlierOf(
  { project, part, segmentId }: LocatedRow,
  before: ReadonlyMap<string, readonly Before[]>,
): ReadonlyMap<Measure, Before> {
  if (project.id === null || (part !== null && segmentId === null)) return new Map();
  const figures = before.get(placeKey(project.id, segmentId)) ?? [];
  return new Map(figures.map((figure) => [figure.measure, figure]));
}
