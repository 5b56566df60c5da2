import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { MatchProjects } from '@thongvon/projects';
import type { CellRef } from '@thongvon/return-reader';
import { decidedProjects, type ReturnFacts } from '@thongvon/returns';
import { matchBlockers, textKey } from '../domain/blocker-text';
import { reportedProjects, type ReportedProject, type ReportedText } from '../domain/reported-texts';
import { askedAbout, knownBlockers, type KnownRow, lockProjects } from '../persistence/blocker-identity';
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
      await lockProjects(manager, naming);
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
