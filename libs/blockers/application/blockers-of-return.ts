import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import {
  identifyProjects,
  type KnownSegment,
  locateRows,
  segmentOf,
  segmentsOf,
} from '@thongvon/land-clearance';
import { MatchProjects } from '@thongvon/projects';
import type { CellRef, Reading } from '@thongvon/return-reader';
import {
  type Answer,
  decidedProjects,
  type ListenerOutcome,
  OnReturns,
  type PreviewRemark,
  type RemarkState,
  type ReturnFacts,
  type ReturnListener,
} from '@thongvon/returns';
import {
  blockerVanished,
  matchBlockers,
  type ReportedProject,
  reportedProjects,
  type ReportedText,
  SAID,
  SOLVED,
  textKey,
} from '../domain/reported-texts';
import { askedAbout, knownBlockers, type KnownRow, lockProjects } from '../persistence/blocker-identity';
import {
  insertBlockers,
  insertMentions,
  type MentionRow,
  type NewBlockerRow,
} from '../persistence/blocker-ledger';
import { RebuildBlockers } from './derived-blockers';
import { MatchUnits } from './match-units';
import { Remarks } from './remarks';

/** A project of a return, with the blockers that it names and those that it no longer does. */
interface ReportedBlockers {
  readonly project: ReportedProject;
  readonly projectId: string | null;
  readonly named: readonly NamedBlocker[];
  readonly vanished: readonly VanishedBlocker[];
}

interface NamedBlocker {
  readonly reported: ReportedText;
  /** Null: of the whole project, or of a part that isn't registered yet. */
  readonly segmentId: string | null;
  /** The known one that the text names; undefined: a new one. */
  readonly known: NamedKnown | undefined;
}

/** A known blocker as it stood before the return. */
type NamedKnown = Pick<KnownRow, 'id' | 'open' | 'description'>;

interface VanishedBlocker {
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
    if (projects.length === 0) return [];
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
    if (asked.size + decided.size === 0 && saysNothingAtAll(facts.reading)) return [];
    const placed = await locateRows(manager, this.matching, facts);
    return reportedProjects(facts.reading, placed).filter(
      ({ code, name, texts }) =>
        texts.length > 0 ||
        (asked.size > 0 && ((code !== null && asked.has(code)) || asked.has(matchKey(name)))) ||
        (decided.size > 0 && decided.has(matchKey(code ?? name))),
    );
  }
}

/** No row has a text, nor stands in a table of land clearance. */
function saysNothingAtAll({ projects, landClearance }: Reading): boolean {
  return landClearance.length === 0 && projects.every(({ note }) => note === null);
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

/** Takes from returns what they say of blockers: opens, renames, and asks of those that are no longer named. */
@Injectable()
@OnReturns('blockers')
export class BlockerListener implements ReturnListener {
  constructor(
    private readonly reported: FindReportedBlockers,
    private readonly remarks: Remarks,
    private readonly units: MatchUnits,
    private readonly rebuilding: RebuildBlockers,
  ) {}

  async check(manager: EntityManager, facts: ReturnFacts): Promise<ListenerOutcome> {
    const reported = await this.reported.in(manager, facts);
    return {
      findings: reported.flatMap(({ project, vanished }) =>
        vanished.map(({ text, since, place }) => blockerVanished(project.name, text, since, place)),
      ),
      remarks: [...reported.flatMap(remarksOf), ...(await this.remarks.in(manager, facts))],
    };
  }

  async commit(manager: EntityManager, facts: ReturnFacts, at: Date): Promise<void> {
    const reported = await this.reported.in(manager, facts, true);
    const opened: NewBlockerRow[] = [];
    const mentions = reported.flatMap((project) => {
      const { projectId } = project;
      if (projectId === null) throw new Error(`project not registered: return ${facts.id}`);
      return mentionsOf(project, facts.answers, (segmentId) => {
        const id = randomUUID();
        opened.push({ id, projectId, segmentId });
        return id;
      });
    });
    await insertBlockers(manager, opened, at);
    await insertMentions(manager, mentions, facts);
    await this.units.of(
      manager,
      mentions.flatMap(({ blocker_id, responsible_unit }) => (responsible_unit === null ? [] : [blocker_id])),
    );
    await this.remarks.commit(manager, facts);
  }

  remarksNow(
    manager: EntityManager,
    returnId: string,
    remarks: readonly PreviewRemark[],
  ): Promise<readonly PreviewRemark[]> {
    return this.remarks.now(manager, returnId, remarks);
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.rebuilding.ofReturn(manager, returnId);
  }
}

function mentionsOf(
  { named, vanished }: ReportedBlockers,
  answers: readonly Answer[],
  open: (segmentId: string | null) => string,
): MentionRow[] {
  return [
    ...named.map(({ reported, segmentId, known }) => ({
      blocker_id: known?.id ?? open(segmentId),
      type: 'named' as const,
      text: reported.text,
      responsible_unit: reported.responsibleUnit,
      due: reported.due,
      cells: reported.cells,
    })),
    ...vanished.flatMap((blocker) => {
      const answer = answers.find((given) => isAbout(given, blocker));
      const type = answer?.value === SOLVED ? ('solved' as const) : ('unnamed' as const);
      return blocker.ids.map((id) => ({
        blocker_id: id,
        type,
        text: answer?.reason ?? SAID[type],
        responsible_unit: null,
        due: null,
        cells: blocker.place ? [blocker.place] : [],
      }));
    }),
  ];
}

/** What the return's words change, for the preview. */
function remarksOf({ project, projectId, named, vanished }: ReportedBlockers): PreviewRemark[] {
  const about = { topic: 'blocker' as const, projectId, code: project.code, name: project.name };
  return [
    ...named.map(({ reported, known }) => ({
      ...about,
      state: stateOf(reported.text, known),
      text: reported.text,
      before: known?.description ?? null,
      cell: reported.cells[0] ?? null,
    })),
    ...vanished.map(({ text, place }) => ({
      ...about,
      state: 'vanished' as const,
      text: null,
      before: text,
      cell: place,
    })),
  ];
}

function stateOf(text: string, known: NamedBlocker['known']): RemarkState {
  if (known === undefined || known.description === null) return 'new';
  if (!known.open) return 'returned';
  return textKey(text) === textKey(known.description) ? 'unchanged' : 'changed';
}

function isAbout({ code, asked, sheet, cell }: Answer, { text, place }: VanishedBlocker): boolean {
  return (
    code === 'RET-BLOCKER-VANISHED' &&
    asked === text &&
    sheet === (place?.sheet ?? null) &&
    cell === (place?.cell ?? null)
  );
}
