import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { MatchProjects } from '@thongvon/projects';
import type { CellRef } from '@thongvon/return-reader';
import { decidedProjects, type ReturnFacts } from '@thongvon/returns';
import { matchBlockers, textKey, type KnownBlocker } from '../domain/blocker-text';
import { reportedProjects, type ReportedProject, type ReportedText } from '../domain/reported-texts';
import { segmentsOf, type KnownSegment } from '@thongvon/land-clearance';
import { identifyProjects, locateRows, segmentOf } from '@thongvon/land-clearance';

/** A project of a return, with the blockers that it names and those that it no longer does. */
export interface ReportedBlockers {
  readonly project: ReportedProject;
  readonly projectId: string | null;
  readonly named: readonly NamedBlocker[];
  readonly vanished: readonly VanishedBlocker[];
}

export interface NamedBlocker {
  readonly reported: ReportedText;
  /** Null: of the whole project, or of a part that isn't registered yet. */
  readonly segmentId: string | null;
  /** The known one that the text names; undefined: a new one. */
  readonly known: NamedKnown | undefined;
}

/** A known blocker as it stood before the return. */
type NamedKnown = Pick<KnownRow, 'id' | 'open' | 'description'>;

export interface VanishedBlocker {
  /** It, and those merged into it: what is said of one is said of all. */
  readonly ids: readonly string[];
  /** What the return before called it. */
  readonly text: string;
  readonly since: PlainDate;
  readonly place: CellRef | null;
}

interface KnownRow extends KnownBlocker {
  readonly projectId: string;
  /** The one that goes on for it, if it was merged; else itself. */
  readonly canonicalId: string;
  /** What it is called now; null when nothing that counts has opened it. */
  readonly description: string | null;
  /** What the sender's last return before this one called it; null when it did not name it, or a later one exists. */
  readonly lastNamed: { readonly text: string; readonly asOf: PlainDate } | null;
}

/** Finds out which blockers a return names, and which it should but doesn't. The same for the check and for the approval. */
@Injectable()
export class FindReportedBlockers {
  constructor(private readonly matching: MatchProjects) {}

  /**
   * Empty for a return without an as-of date: only a dated one can say what stands in the way. With `lock`, who approves
   * another return that names blockers of the same projects waits, so that a blocker is never opened twice.
   */
  async in(manager: EntityManager, facts: ReturnFacts, lock = false): Promise<ReportedBlockers[]> {
    const { reading, organizationId } = facts;
    if (reading.asOf === null) return [];
    const projects = await this.concerned(manager, facts);
    const identified = await identifyProjects(manager, this.matching, projects, facts);
    const ids = identified.flatMap(({ id }) => id ?? []);
    if (lock) {
      const naming = identified.flatMap(({ id }, index) => (projects[index]?.texts.length ? (id ?? []) : []));
      await manager.query(
        `SELECT FROM projects.project_ref AS project WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
        [naming],
      );
    }
    const known = groupBy(
      await knownBlockers(manager, ids, organizationId, reading.asOf),
      (blocker) => blocker.projectId,
    );
    const divisions = await segmentsOf(manager, organizationId, ids);
    return projects.map((project, index) => {
      const projectId = identified[index]?.id ?? null;
      const division = divisions.get(projectId ?? '') ?? [];
      return { project, projectId, ...reportedOf(project, division, known.get(projectId ?? '') ?? []) };
    });
  }

  /** Of thousands of rows the few that name a blocker, or whose project has one that could be missed. */
  private async concerned(manager: EntityManager, facts: ReturnFacts): Promise<ReportedProject[]> {
    const asked = await askedAbout(manager, facts.organizationId);
    const decided = decidedProjects(facts.answers);
    const placed = await locateRows(manager, this.matching, facts);
    return reportedProjects(facts.reading, placed).filter(
      ({ code, name, texts }) =>
        texts.length > 0 ||
        (asked.size > 0 && ((code !== null && asked.has(code)) || asked.has(matchKey(name)))) ||
        (decided.size > 0 && decided.has(matchKey(code ?? name))),
    );
  }
}

function reportedOf(
  project: ReportedProject,
  division: readonly KnownSegment[],
  known: readonly KnownRow[],
): Pick<ReportedBlockers, 'named' | 'vanished'> {
  const own = segmentOf(null, division);
  // Who clears one segment neither names nor misses what stands in another.
  const mine = known.filter(({ segmentId }) => own === null || segmentId === null || segmentId === own);
  const texts = project.texts.filter(({ text, opens }) => opens || isOfOpen(text, mine));
  const segments = texts.map(({ part }) => segmentOf(part, division));
  const matched = matchBlockers(
    texts.map(({ text, part }, at) => {
      const segmentId = segments[at] ?? null;
      // Nothing known stands in a part that isn't registered yet.
      return { text, segmentId: part !== null && segmentId === null ? `new: ${part}` : segmentId };
    }),
    mine,
  );
  const named = new Set(matched.flatMap((blocker) => blocker?.canonicalId ?? []));
  return {
    named: texts.map((reported, at) => ({
      reported,
      segmentId: segments[at] ?? null,
      known: matched[at] && standing(matched[at], known),
    })),
    vanished: [...groupBy(mine, ({ canonicalId }) => canonicalId)].flatMap(([canonicalId, merged]) => {
      const asked = merged.find(({ lastNamed }) => lastNamed !== null)?.lastNamed;
      const open = merged.some(({ id, open: stands }) => id === canonicalId && stands);
      return open && asked && !named.has(canonicalId)
        ? [
            {
              ids: merged.map(({ id }) => id),
              text: asked.text,
              since: asked.asOf,
              place: project.place,
            },
          ]
        : [];
    }),
  };
}

/** Whether a text says an open blocker by its very words. */
const isOfOpen = (text: string, known: readonly KnownRow[]): boolean =>
  known.some(({ open, texts }) => open && texts.some((said) => textKey(said) === textKey(text)));

/** The identity that a text names, standing as the one that goes on for it. */
function standing({ id, canonicalId }: KnownRow, known: readonly KnownRow[]): NamedKnown {
  const { open, description } = known.find((other) => other.id === canonicalId) ?? {
    open: false,
    description: null,
  };
  return { id, open, description };
}

/** Codes and names of projects of which some return of the sender's has named a blocker that is open. */
async function askedAbout(manager: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await manager.query<{ key: string }[]>(
    `WITH alias AS (SELECT blocker_id, canonical_id FROM blockers.blocker_alias(NULL))
     SELECT DISTINCT unnest(ARRAY[p.code, p.name_key]) AS key
     FROM blockers.blocker_position now JOIN projects.project_ref p ON p.id = now.project_id
     WHERE now.open AND now.valid_to = 'infinity' AND EXISTS (
       SELECT FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
       WHERE r.organization_id = $1
         AND m.blocker_id = ANY(ARRAY(SELECT blocker_id FROM alias WHERE canonical_id = now.blocker_id) || now.blocker_id)
     )`,
    [organizationId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** All blockers of these projects, with every text that has named them, also in returns that no longer count. */
async function knownBlockers(
  manager: EntityManager,
  projectIds: readonly string[],
  organizationId: string,
  asOf: PlainDate,
): Promise<KnownRow[]> {
  return manager.query<KnownRow[]>(
    `SELECT b.id, b.project_id AS "projectId", b.segment_id AS "segmentId", coalesce(alias.canonical_id, b.id) AS "canonicalId",
       coalesce(now.open, false) AS open, CASE WHEN alias.blocker_id IS NULL THEN now.description END AS description,
       array_remove(array_append(coalesce(said.texts, '{}'),
         CASE WHEN alias.blocker_id IS NULL THEN now.description ELSE opened.description END), NULL) AS texts,
       CASE WHEN before.type = 'named' AND NOT before.later
         THEN json_build_object('text', before.text, 'asOf', before.as_of) END AS "lastNamed"
     FROM blockers.blocker b
       LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = b.id
       LEFT JOIN blockers.blocker_position now
         ON now.blocker_id = coalesce(alias.canonical_id, b.id) AND now.valid_to = 'infinity'
       LEFT JOIN LATERAL (
         SELECT changes->>'description' AS description FROM blockers.blocker_action
         WHERE blocker_id = b.id AND changes ? 'description' ORDER BY id DESC LIMIT 1
       ) opened ON alias.blocker_id IS NOT NULL
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT text) AS texts FROM blockers.blocker_mention WHERE blocker_id = b.id AND type = 'named'
       ) said ON true
       LEFT JOIN LATERAL (
         SELECT m.type, m.text, m.as_of, bool_or(m.as_of > $3) OVER () AS later
         FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.blocker_id = b.id AND r.status = 'approved' AND r.organization_id = $2 AND m.as_of <> $3
         ORDER BY m.as_of DESC, m.id DESC LIMIT 1
       ) before ON true
     WHERE b.project_id = ANY($1) ORDER BY b.recorded_at, b.id`,
    [projectIds, organizationId, asOf],
  );
}
