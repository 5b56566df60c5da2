import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  OnReturns,
  type Answer,
  type ListenerOutcome,
  type PreviewRemark,
  type RemarkState,
  type ReturnFacts,
  type ReturnListener,
} from '@thongvon/returns';
import { textKey } from '../domain/blocker-text';
import { blockerVanished, SAID, SOLVED } from '../domain/reported-texts';
import {
  insertBlockers,
  insertMentions,
  type MentionRow,
  type NewBlockerRow,
} from '../persistence/blocker-ledger';
import { RebuildBlockers } from './derived-blockers';
import { Remarks } from './remarks';
import {
  FindReportedBlockers,
  type NamedBlocker,
  type ReportedBlockers,
  type VanishedBlocker,
} from './reported-blockers';

/** Takes from returns what they say of blockers: opens, renames, and asks of those that are no longer named. */
@Injectable()
@OnReturns('blockers')
export class BlockerListener implements ReturnListener {
  constructor(
    private readonly reported: FindReportedBlockers,
    private readonly remarks: Remarks,
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
