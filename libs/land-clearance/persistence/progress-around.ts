import type { EntityManager } from 'typeorm';
import { groupBy, type PlainDate } from '@thongvon/kernel';
import { holderOn, participantsOn, unclaimed } from '@thongvon/projects';
import type { CellRef } from '@thongvon/return-reader';
import type { ReturnFacts } from '@thongvon/returns';
import { CUMULATIVE, type Measure } from '../domain/measures';
import type { NumbersAround } from '../domain/contradictions';
import { clearanceAsKnownSql, clearanceOnSql, type WantedProgress } from './clearance-sql';

interface AroundRow {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly measure: Measure;
  readonly asOf: PlainDate;
  /** Before the day asked about (-1), after it (1), or that day (0). */
  readonly side: -1 | 0 | 1;
  readonly value: string;
  readonly isForeign: boolean;
  readonly file: string | null;
  readonly cell: CellRef | null;
}

/** What makes two figures of the same place: the project, or one part of it. */
export const placeKey = (projectId: string, segmentId: string | null): string =>
  `${projectId} ${segmentId ?? ''}`;

/**
 * By place and measure what is approved of the days next to a day, and what another office reported of the day itself.
 * Where it stands is said of returns of the offices in `scope` only.
 */
export async function numbersAround(
  manager: EntityManager,
  projectIds: readonly string[],
  day: PlainDate,
  scope: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Measure, NumbersAround>>> {
  const rows = await manager.query<AroundRow[]>(
    `SELECT DISTINCT ON (k.project_id, k.segment_id, k.measure, sign(k.valid_from - $2::date)) k.project_id AS "projectId",
       k.segment_id AS "segmentId", k.measure, k.valid_from AS "asOf", sign(k.valid_from - $2::date)::int AS side,
       trim_scale(k.value)::text AS value, f.return_id IS NOT NULL AND r.id IS NULL AS "isForeign", r.file_name AS file,
       CASE WHEN r.id IS NOT NULL AND f.cell IS NOT NULL THEN json_build_object('sheet', f.sheet, 'cell', f.cell) END AS cell
     FROM (${clearanceAsKnownSql('NULL', '$1')}) k JOIN land_clearance.clearance_figure f ON f.id = k.figure_id
       LEFT JOIN returns.return_ref r ON r.id = f.return_id AND r.organization_id = ANY($3)
     WHERE k.valid_from <> $2 OR (f.return_id IS NOT NULL AND r.id IS NULL)
     ORDER BY k.project_id, k.segment_id, k.measure, sign(k.valid_from - $2::date), abs(k.valid_from - $2::date)`,
    [projectIds, day, scope],
  );
  const places = groupBy(rows, ({ projectId, segmentId }) => placeKey(projectId, segmentId));
  return new Map(
    [...places].map(([place, same]) => {
      const measures = new Map<Measure, NumbersAround>();
      for (const { measure, asOf, value, side, isForeign, file, cell } of same) {
        const number = { asOf, value, isForeign, place: file === null ? null : { file, cell } };
        measures.set(measure, {
          ...measures.get(measure),
          [side > 0 ? 'later' : side < 0 ? 'earlier' : 'sameDay']: number,
        });
      }
      return [place, measures];
    }),
  );
}

/** A project's number as it would be on a day, of itself or of its parts together, and what it would be next to it. */
interface NumberInCourse {
  readonly projectId: string;
  readonly measure: Measure;
  readonly value: string;
  readonly around: NumbersAround;
}

/** Each cumulative number that an approval would change on its day, with those of the days before and after it. */
export async function numbersInCourse(
  manager: EntityManager,
  { asOf, figures, newParts, ending }: WantedProgress,
  /** Whether another office reported of a project after that day. */
  isForeign: (projectId: string) => boolean,
): Promise<NumberInCourse[]> {
  const ids = [...new Set(figures.map(({ project_id }) => project_id))];
  const wanted = clearanceAsKnownSql('NULL', '$1', { ending: '$3', added: '$4', asOf: '$2' });
  const parts = `(SELECT project_id FROM land_clearance.clearance_segment UNION ALL SELECT unnest($5::uuid[]))`;
  const rows = await manager.query<
    { day: PlainDate; projectId: string; measure: Measure; value: string; since: PlainDate }[]
  >(
    `WITH wanted AS MATERIALIZED (${wanted}),
     days AS (SELECT $2::date - 1 AS day UNION SELECT $2::date UNION SELECT valid_from FROM wanted WHERE valid_from > $2)
     SELECT day, project_id AS "projectId", measure, trim_scale(value)::text AS value, valid_from AS since
     FROM days CROSS JOIN LATERAL (${clearanceOnSql('day', 'wanted', parts)}) course
     WHERE measure = ANY($6) ORDER BY day`,
    [ids, asOf, ending, JSON.stringify(figures), newParts, CUMULATIVE],
  );
  return [...groupBy(rows, ({ projectId, measure }) => `${projectId} ${measure}`).values()].flatMap(
    (course) => {
      const own = course.find(({ day, since }) => day === asOf && since === asOf);
      if (!own) return [];
      const { projectId, measure, value } = own;
      const numberOf = (row: (typeof rows)[number] | undefined, side: 'earlier' | 'later'): NumbersAround =>
        row
          ? {
              [side]: { asOf: row.since, value: row.value, place: null, isForeign: isForeign(row.projectId) },
            }
          : {};
      const earlier = course.find(({ day }) => day < asOf);
      const later = course.find(({ day, since }) => day > asOf && since > asOf);
      return [
        {
          projectId,
          measure,
          value,
          around: { ...numberOf(earlier, 'earlier'), ...numberOf(later, 'later') },
        },
      ];
    },
  );
}

/** A figure that was in force before a return. */
export interface Before {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly measure: Measure;
  readonly value: string;
  readonly asOf: PlainDate;
}

/** What was in force of these projects before a day. */
export function progressBefore(
  manager: EntityManager,
  projectIds: readonly string[],
  before: PlainDate,
): Promise<Before[]> {
  return manager.query<Before[]>(
    `SELECT project_id AS "projectId", segment_id AS "segmentId", measure, trim_scale(value)::text AS value, valid_from AS "asOf"
     FROM land_clearance.clearance_position WHERE project_id = ANY($1) AND valid_from < $2 AND valid_to >= $2`,
    [projectIds, before],
  );
}

/**
 * Projects of the sender's last clearance return where households are still to hand over, and that this one leaves out:
 * as far as they are still its own, or it still takes part in them.
 */
export async function missingProjects(
  manager: EntityManager,
  { organizationId, scope, above }: ReturnFacts,
  asOf: PlainDate,
  listed: readonly string[],
): Promise<{ id: string; code: string | null; name: string }[]> {
  return manager.query(
    `SELECT p.id, p.code, p.name FROM (
       SELECT c.project_id FROM land_clearance.clearance_position c JOIN land_clearance.clearance_figure f ON f.id = c.figure_id
         JOIN returns.return_ref r ON r.id = f.return_id
       WHERE c.valid_from < $2 AND c.valid_to >= $2 AND r.organization_id = $1
       GROUP BY c.project_id
       HAVING coalesce(sum(c.value) FILTER (WHERE c.measure = 'households') > sum(c.value) FILTER (WHERE c.measure = 'handedOver'), true)
     ) reported JOIN projects.project_ref p ON p.id = reported.project_id
     WHERE p.id <> ALL($3) AND (${holderOn('$2::date')} = ANY($4) OR ${participantsOn('$2::date')} && $4 OR ${unclaimed('$5')})
     ORDER BY p.name_key`,
    [organizationId, asOf, listed, scope, above],
  );
}
