import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate } from '@thongvon/kernel';
import { Problem, SystemClock } from '@thongvon/platform';
import { countOfFindings, type Finding, type Reading } from '@thongvon/return-reader';
import { isSubmittable } from '../domain/answer';
import { nextStatus, type ReturnStatus } from '../domain/return-status';
import { loadPart, loadReading, storeCheck, type StoredReading, storeGround } from '../persistence/readings';
import { Return } from '../persistence/entities/return';
import { datedAheadUntil } from '../persistence/return-rows';
import { ChangeStatus } from './change-status';
import { CheckReturn } from './check-return';
import { TellSender } from './tell-sender';

const READ: readonly ReturnStatus[] = ['needs-attention', 'ready', 'submitted'];

/** The version of the return that was looked at; with its reading, if that had to be opened for it. */
export interface Rechecked {
  readonly version: number;
  readonly stored?: StoredReading;
}

/**
 * Looks again before a person's action takes effect, if ledgers, earlier returns or the rules have changed since the
 * last look. What changed is kept for the person to see, under a new version. A return that now raises questions is its
 * sender's again, who is informed if it had been handed in; one whose questions have gone is ready.
 */
@Injectable()
export class RecheckReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checking: CheckReturn,
    private readonly states: ChangeStatus,
    private readonly sender: TellSender,
  ) {}

  /** Returns what it found; undefined when there is nothing to look at. */
  async recheck(id: string): Promise<Rechecked | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(Return, { where: { id }, lock: { mode: 'pessimistic_write' } });
      // While it is being read anew, what was read before is of no use any more.
      if (!found || !READ.includes(found.status)) return undefined;
      const { version } = found;
      if (await this.checking.wouldFindTheSame(manager, id)) return { version };
      const stored = await loadReading(manager, id);
      if (!stored) return undefined;
      const checked = await this.checking.check(manager, found, stored.reading);
      const { findings, preview } = checked;
      if (JSON.stringify([findings, preview]) === JSON.stringify([stored.findings, stored.preview])) {
        await storeGround(manager, id, checked.ground);
        return { version, stored };
      }
      const changed = { ...stored, findings, preview };
      await storeCheck(manager, id, stored.reading, checked);
      await manager.update(Return, { id }, { version: version + 1 });
      await this.changeStatus(manager, found, findings);
      return { version: version + 1, stored: changed };
    });
  }

  private async changeStatus(
    manager: EntityManager,
    found: Return,
    findings: readonly Finding[],
  ): Promise<void> {
    const action = isSubmittable(findings) ? 'find-ready' : 'find-fault';
    const handedIn = found.status === 'submitted';
    if (!nextStatus(found.status, action)) return;
    await this.states.apply(manager, found, action, { data: { findings: countOfFindings(findings) } });
    if (handedIn) await this.sender.askedAgain(manager, found);
  }
}

/** 409 when a return has open errors or questions, and so can't go on. */
export async function assertSubmittable(manager: EntityManager, { id }: Return): Promise<void> {
  const findings = await loadPart(manager, id, 'findings');
  if (!findings || !isSubmittable(findings)) throw needsAttention(findings ?? []);
}

export function needsAttention(findings: readonly Finding[]): Problem {
  return new Problem(
    409,
    'RETURN-NEEDS-ATTENTION',
    'Báo cáo còn lỗi hoặc câu hỏi chưa trả lời; xem các phát hiện kèm theo từng ô.',
    'The return has errors or unanswered questions; see its findings, each with its cell.',
    { findings: findings.filter(({ severity }) => severity === 'error' || severity === 'question') },
  );
}

/**
 * The stored reading of a locked return. What was rechecked just before isn't loaded again unless it has changed since:
 * large returns are megabytes.
 */
export async function readingOf(
  manager: EntityManager,
  found: Return,
  rechecked?: Rechecked,
): Promise<Reading> {
  const stored = rechecked?.version === found.version ? rechecked.stored : undefined;
  const reading = stored?.reading ?? (await loadPart(manager, found.id, 'reading'));
  if (!reading) throw new Error(`no reading of return ${found.id}`);
  return reading;
}

/** The ETag of what a person has seen of a return: its reading, findings, preview and answers. */
function etagOf(found: Pick<Return, 'id' | 'version'>): string {
  return `"${found.id}.${found.version}"`;
}

/** 412 when the person has seen another version than the one that would take effect. */
export function assertSeen(found: Return, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*') return;
  const seen = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (seen.includes(etagOf(found))) return;
  throw new Problem(
    412,
    'RETURN-CHANGED',
    'Báo cáo, hoặc số đang tính mà báo cáo được so với (vừa duyệt một báo cáo khác), đã thay đổi từ khi bạn xem. Hãy xem lại rồi thực hiện.',
    'The return, or the figures it is compared with (another was just approved), has changed since you looked at it. Look again, then repeat.',
  );
}

/** Returns that were asked why they are dated ahead are looked at again once their day has come. */
@Injectable()
export class RecheckDatedAhead {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rechecking: RecheckReturn,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run by many at once: a return whose question has gone isn't found again. */
  async run(): Promise<void> {
    const today = businessDate(this.clock.now());
    const ids = await datedAheadUntil(this.dataSource.manager, today);
    for (const id of ids) await this.rechecking.recheck(id);
  }
}
