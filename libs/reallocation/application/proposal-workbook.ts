import { Injectable } from '@nestjs/common';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { tableSheet, writeForm } from '@thongvon/workbook-io';
import { TEXTS } from '../domain/messages/workbook-texts';
import { proposalSheets } from '../domain/proposal-sheets';
import { ViewProposals } from './view-proposals';

/** A proposal as a workbook, by the figures that it was made on. */
@Injectable()
export class ProposalWorkbook {
  constructor(
    private readonly proposals: ViewProposals,
    private readonly clock: SystemClock,
  ) {}

  /** Throws PROPOSAL-NOT-FOUND. */
  async write(actor: Actor, id: string): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
    const { kept, effect, now, ...proposal } = await this.proposals.find(actor, id);
    const sheets = proposalSheets({
      ...proposal,
      lines: kept,
      effect: effect.effect,
      issues: effect.issues,
      newerWeek: now?.ref.week ?? null,
    });
    const bytes = await writeForm({ sheets: sheets.map(tableSheet), createdAt: this.clock.realNow() });
    return { fileName: TEXTS.fileName(proposal.week), bytes };
  }
}
