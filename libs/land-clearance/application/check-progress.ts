import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { MatchProjects } from '@thongvon/projects';
import type { Finding, LandClearanceReading } from '@thongvon/reading';
import {
  previewRow,
  previewTotal,
  type CheckOutcome,
  type PreviewRow,
  type ReturnFacts,
} from '@thongvon/returns';
import { compareValues } from '../domain/compare-values';
import { firstCell, saysSomething } from '../domain/clearance-row';
import { CUMULATIVE, MEASURE_LABELS, measuresOf, type Measure } from '../domain/measures';
import { clearanceMissing, progressFell, projectRepeated } from '../domain/messages';
import { segmentsClearedBy } from '../infrastructure/segments';
import { identifyProjects } from './identify-projects';

interface Before {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly measure: Measure;
  readonly value: string;
  readonly asOf: PlainDate;
}

/** Holds the clearance table of a return against the register and against what was told before. */
@Injectable()
export class CheckProgress {
  constructor(private readonly matching: MatchProjects) {}

  /** The preview shows compensation paid, the one amount that a clearance table has for every project. */
  async check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome> {
    const { reading, organizationId } = facts;
    const rows = reading.landClearance.filter(saysSomething);
    const identified = await identifyProjects(manager, this.matching, rows, facts);
    // The disbursement table has asked already about projects that it lists as well.
    const asked = new Set(reading.projects.map(({ code, name }) => code ?? matchKey(name)));
    const findings = rows.flatMap((row, index) =>
      asked.has(row.code ?? matchKey(row.name)) ? [] : (identified[index]?.finding(firstCell(row)) ?? []),
    );
    findings.push(...repeated(rows));
    const ids = identified.flatMap(({ id }) => id ?? []);
    const segments = await segmentsClearedBy(manager, organizationId, ids);
    const before = reading.asOf === null ? [] : await told(manager, ids, reading.asOf);
    const preview: PreviewRow[] = [];
    for (const [index, row] of rows.entries()) {
      const projectId = identified[index]?.id ?? null;
      const segmentId = (projectId === null ? undefined : segments.get(projectId)) ?? null;
      const earlier = new Map(
        before
          .filter((figure) => figure.projectId === projectId && figure.segmentId === segmentId)
          .map((figure) => [figure.measure, figure]),
      );
      findings.push(...fallen(row, earlier));
      preview.push(toPreview(row, projectId, earlier.get('compensated')));
    }
    if (reading.coverage === 'full' && reading.asOf !== null)
      findings.push(...(await missing(manager, facts, reading.asOf, ids)));
    return { findings, preview: { kind: 'land-clearance', ...previewTotal(preview), rows: preview } };
  }
}

function repeated(rows: readonly LandClearanceReading[]): Finding[] {
  const groups = groupBy(rows, ({ code, name }) => code ?? matchKey(name));
  return [...groups.values()].flatMap(([first, ...again]) =>
    again.flatMap((row) =>
      first ? [projectRepeated(row.name, row.code ?? row.name, firstCell(row), firstCell(first))] : [],
    ),
  );
}

function fallen(row: LandClearanceReading, earlier: ReadonlyMap<Measure, Before>): Finding[] {
  return measuresOf(row).flatMap(({ measure, value }) => {
    const before = earlier.get(measure);
    const fell = before && CUMULATIVE.includes(measure) && compareValues(value, before.value) < 0;
    return fell
      ? [progressFell(row.name, MEASURE_LABELS[measure], before, value, row.cells[measure] ?? null)]
      : [];
  });
}

function toPreview(
  row: LandClearanceReading,
  projectId: string | null,
  before: Before | undefined,
): PreviewRow {
  return previewRow({
    projectId,
    code: row.code,
    name: row.name,
    before: before === undefined ? null : BigInt(before.value),
    after: row.compensated === null ? null : BigInt(row.compensated),
    cell: row.cells['compensated'] ?? null,
  });
}

function told(manager: EntityManager, projectIds: readonly string[], before: PlainDate): Promise<Before[]> {
  return manager.query<Before[]>(
    `SELECT project_id AS "projectId", segment_id AS "segmentId", measure, trim_scale(value)::text AS value, valid_from AS "asOf"
     FROM clearance_position WHERE project_id = ANY($1) AND valid_from < $2 AND valid_to >= $2`,
    [projectIds, before],
  );
}

/** Projects of the sender's last clearance return where households are still to hand over, and that this one leaves out. */
async function missing(
  manager: EntityManager,
  { reading, organizationId }: ReturnFacts,
  asOf: PlainDate,
  listed: readonly string[],
): Promise<Finding[]> {
  const rows = await manager.query<{ code: string | null; name: string }[]>(
    `SELECT p.code, p.name FROM (
       SELECT c.project_id FROM clearance_position c JOIN clearance_figure f ON f.id = c.figure_id
         JOIN return r ON r.id = f.return_id
       WHERE c.valid_from < $2 AND c.valid_to >= $2 AND r.organization_id = $1
       GROUP BY c.project_id
       HAVING coalesce(sum(c.value) FILTER (WHERE c.measure = 'households') > sum(c.value) FILTER (WHERE c.measure = 'handedOver'), true)
     ) told JOIN project p ON p.id = told.project_id
     WHERE p.id <> ALL($3) ORDER BY p.name_key`,
    [organizationId, asOf, listed],
  );
  const sheet = reading.sheets.find(({ role }) => role === 'land-clearance')?.name ?? null;
  return rows.map(({ code, name }) => clearanceMissing(sheet, code, name));
}
