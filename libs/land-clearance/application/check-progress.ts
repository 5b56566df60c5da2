import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { answeredAlike, askAboutRenamed, MatchProjects, missingBeside } from '@thongvon/projects';
import type { Finding } from '@thongvon/return-reader';
import {
  type CheckOutcome,
  type PreviewRow,
  previewTotal,
  reasonFor,
  type ReturnFacts,
  type TotalChange,
} from '@thongvon/returns';
import {
  compensationSuspects,
  contradictedNumbers,
  type HeldMoney,
  type NumbersAround,
  progressFalls,
} from '../domain/contradictions';
import { clearanceMissing, firstCell, partFindings } from '../domain/findings';
import { differenceOf, type Measure, measuresOf } from '../domain/measures';
import { projectKey } from '../domain/placed-rows';
import { clearanceLosses, progressRow, progressTotals } from '../domain/progress-preview';
import {
  clearanceShifts,
  clearanceTotal,
  touchedProjects,
  type WantedProgress,
} from '../persistence/clearance-sql';
import {
  type Before,
  missingProjects,
  numbersAround,
  numbersInCourse,
  placeKey,
  progressBefore,
} from '../persistence/progress-around';
import { type LocatedRow, locateRows, swappedProjects } from './located-rows';

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

interface ClearanceFalls {
  readonly findings: readonly Finding[];
  /** `fallKey`s of numbers whose fall below an earlier day the sender is asked about. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Cumulative numbers of the return that contradict what is approved of the days before and after its own: of the very place
 * that a row tells of, and of its project where that is known otherwise, as a whole or in parts.
 */
async function checkFalls(
  manager: EntityManager,
  { reading: { asOf }, scope }: ReturnFacts,
  rows: readonly LocatedRow[],
  ending: readonly string[],
  /** What is asked about otherwise: a wrong unit makes no cause of its own of each row. */
  isSuspect: (row: LocatedRow, measure: Measure) => boolean,
): Promise<ClearanceFalls> {
  const known = rows.flatMap((located) => {
    const { project, part, segmentId } = located;
    return project.id !== null && (part === null || segmentId !== null)
      ? [{ located, projectId: project.id, place: placeKey(project.id, segmentId) }]
      : [];
  });
  const ids = [...new Set(known.map(({ projectId }) => projectId))];
  if (asOf === null || ids.length === 0) return { findings: [], asked: new Set() };
  const around = await numbersAround(manager, ids, asOf, scope);
  const findings: Finding[] = [];
  const asked = new Set<string>();
  const settled = new Set<string>();
  const ask = (key: string, found: Finding[], { earlier }: NumbersAround): void => {
    findings.push(...found);
    if (found.length > 0) settled.add(key);
    if (earlier) asked.add(key);
  };
  for (const { located, projectId, place } of known) {
    for (const { measure, value } of measuresOf(located.row)) {
      const key = fallKey(projectId, measure);
      if (isSuspect(located, measure)) {
        settled.add(key);
        continue;
      }
      const broken = contradictedNumbers({ measure, value }, around.get(place)?.get(measure) ?? {});
      ask(key, progressFalls(numberOf(located, measure, value, asOf), broken), broken);
    }
  }
  const foreign = new Set(
    known.flatMap(({ projectId, place }) =>
      [...(around.get(place)?.values() ?? [])].some(({ later }) => later?.isForeign) ? projectId : [],
    ),
  );
  const byProject = groupBy(rows, ({ project }) => project.id);
  const course = await numbersInCourse(manager, { ...wantedOf(rows), asOf, ending }, (id) => foreign.has(id));
  for (const { projectId, measure, value, around: next } of course) {
    const key = fallKey(projectId, measure);
    const row = byProject.get(projectId)?.find(({ row: { cells } }) => cells[measure] !== undefined);
    if (!row || settled.has(key)) continue;
    const broken = contradictedNumbers({ measure, value }, next);
    ask(key, progressFalls({ ...numberOf(row, measure, value, asOf), project: row.name }, broken), broken);
  }
  return { findings, asked };
}

function numberOf({ row }: LocatedRow, measure: Measure, value: string, asOf: PlainDate) {
  return { project: row.name, measure, asOf, value, cell: row.cells[measure] ?? null };
}

/** Cumulative numbers of land clearance that the approval would lower, in all or of a project (contract, section 3). */
async function clearanceConsequences(
  manager: EntityManager,
  { reading: { asOf }, scope }: ReturnFacts,
  rows: readonly LocatedRow[],
  ending: readonly string[],
  /** `projectId measure` whose fall its sender is asked about. */
  asked: ReadonlySet<string>,
): Promise<TotalChange[]> {
  if (asOf === null) return [];
  const wanted: WantedProgress = { ...wantedOf(rows), asOf, ending };
  const touched = await touchedProjects(manager, wanted);
  if (touched.length === 0) return [];
  const losses = clearanceLosses(await clearanceShifts(manager, wanted, touched), ({ projectId, measure }) =>
    asked.has(fallKey(projectId, measure)),
  );
  const changes: TotalChange[] = [];
  for (const { counted, difference, ...change } of losses) {
    const total = await clearanceTotal(manager, { on: change.on, measure: counted, scope, touched });
    changes.push({ ...change, before: plain(total), after: differenceOf(plain(total), negated(difference)) });
  }
  return changes;
}

const fallKey = (projectId: string, measure: Measure): string => `${projectId} ${measure}`;

/** What isn't registered yet goes under ids of its own. */
function wantedOf(rows: readonly LocatedRow[]): Pick<WantedProgress, 'figures' | 'newParts'> {
  const ids = new Map<string, string>();
  const newParts: string[] = [];
  const figures = rows.flatMap((located) => {
    const key = projectKey(located);
    const project_id = located.project.id ?? ids.get(key) ?? randomUUID();
    ids.set(key, project_id);
    const isNew = located.part !== null && located.segmentId === null;
    if (isNew) newParts.push(project_id);
    const segment_id = isNew ? randomUUID() : located.segmentId;
    return measuresOf(located.row).map((said) => ({ project_id, segment_id, ...said }));
  });
  return { figures, newParts };
}

const plain = (value: string): string => differenceOf(value, '0');
const negated = (value: string): string => differenceOf('0', value);
