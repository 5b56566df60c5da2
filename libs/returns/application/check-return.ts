import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, type PlainDate, RETURN_KIND_NAMES } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { Problem, SystemClock } from '@thongvon/platform';
import { countOfFindings, type Finding, type Reading, type ReturnKind } from '@thongvon/return-reader';
import { isSubmittable, mergeAnswers, settleAnswered } from '../domain/answer';
import { type ReturnFacts, ReturnKinds } from './return-kinds';
import { nextStatus, type ReturnStatus } from '../domain/return-status';
import { Return } from '../persistence/entities/return';
import { profileOf, roleOfSender } from '../persistence/office-profiles';
import {
  type Checked,
  currentGround,
  loadFindings,
  loadOnlyReading,
  loadReading,
  standsOnSameGround,
  storeCheck,
  type StoredReading,
  storeGround,
} from '../persistence/readings';
import { datedAheadUntil, waitingBeside } from '../persistence/return-rows';
import { ChangeStatus } from './return-step';
import { TellSender } from './tell-sender';

/** Holds a reading against what the system knows: each kind by its own rules. Writes nothing. */
@Injectable()
export class CheckReturn {
  constructor(
    private readonly kinds: ReturnKinds,
    private readonly organizations: OrganizationTree,
    private readonly clock: SystemClock,
  ) {}

  /** What the rules of a kind may know of the return. */
  async factsOf(manager: EntityManager, found: Return, reading: Reading): Promise<ReturnFacts> {
    const profile = await profileOf(manager, found.organizationId);
    return {
      id: found.id,
      organizationId: found.organizationId,
      scope: await this.organizations.idsBelow(found.organizationId, manager),
      above: await this.organizations.idsAbove(found.organizationId, manager),
      senderRole: await roleOfSender(manager, found.uploadedBy),
      day: reading.asOf ?? reading.decision?.date ?? businessDate(this.clock.now()),
      reading,
      answers: mergeAnswers(profile.answers, found.answers),
    };
  }

  /** Whether nothing has changed since the return's last check that a check reads; the day is one such thing. */
  wouldFindTheSame(manager: EntityManager, returnId: string): Promise<boolean> {
    return standsOnSameGround(manager, returnId, businessDate(this.clock.now()));
  }

  /** The findings of the reading with those of its kinds, and what its approval would change. */
  async check(manager: EntityManager, found: Return, reading: Reading): Promise<Checked> {
    const today = businessDate(this.clock.now());
    const ground = await currentGround(manager, today);
    const facts = await this.factsOf(manager, found, reading);
    const rules = this.kinds.of(reading.kinds);
    const refused = this.kinds.notSentBy(facts.senderRole, reading.kinds);
    if (refused.length > 0) {
      const findings = [...reading.findings, ...refused.map(kindNotAllowed)];
      return { findings, preview: { sections: [] }, ground };
    }
    const outcomes = [];
    for (const rule of rules) outcomes.push(await rule.check(manager, facts));
    const received = [];
    for (const listener of this.kinds.listeners) received.push(await listener.check(manager, facts));
    const findings = [
      ...reading.findings,
      ...[...outcomes, ...received].flatMap((outcome) => outcome.findings),
    ];
    return {
      findings: withoutPastQuestion(settleAnswered(findings, found.answers), reading.asOf, today),
      preview: {
        sections: outcomes.map((outcome) => outcome.preview),
        remarks: received.flatMap(({ remarks }) => remarks),
        consequences: outcomes.flatMap(({ consequences = [] }) => consequences),
      },
      ground,
    };
  }
}

/**
 * Without the question why figures are dated ahead, once their day has come: then there is nothing to ask. An answer
 * that was given before stays where it is informed.
 */
function withoutPastQuestion(
  findings: readonly Finding[],
  asOf: PlainDate | null,
  today: PlainDate,
): Finding[] {
  const hasCome = asOf !== null && asOf <= today;
  return findings.filter((finding) => !(hasCome && isQuestionOfDate(finding)));
}

function isQuestionOfDate({ code, severity }: Finding): boolean {
  return code === 'RET-DATE-FUTURE' && severity === 'question';
}

/** The sender's role may not send this kind of return. */
function kindNotAllowed(kind: ReturnKind): Finding {
  const { vi, en } = RETURN_KIND_NAMES[kind];
  return {
    code: 'RET-KIND-NOT-ALLOWED',
    severity: 'error',
    sheet: null,
    cell: null,
    value: kind,
    message: `Đơn vị của bạn không gửi ${vi}. Hãy nhờ cơ quan tài chính nạp tệp này.`,
    messageEn: `Your office doesn't send a ${en}. Ask the finance office to upload this file.`,
  };
}

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
  const findings = await loadFindings(manager, id);
  if (!findings || !isSubmittable(findings)) throw needsAttention(findings ?? []);
}

/** 409 with the open errors and questions. */
export function needsAttention(findings: readonly Finding[]): Problem {
  return new Problem(
    409,
    'RETURN-NEEDS-ATTENTION',
    'Báo cáo còn lỗi hoặc câu hỏi chưa trả lời; xem kết quả kiểm tra theo từng ô.',
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
  const reading = stored?.reading ?? (await loadOnlyReading(manager, found.id));
  if (!reading) throw new Error(`no reading of return ${found.id}`);
  return reading;
}

/** The ETag of what a person has seen of a return: its reading, findings, preview and answers. */
export function etagOf(found: Pick<Return, 'id' | 'version'>): string {
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

/**
 * After a return has begun or ceased to count, those of its office that still wait for somebody are looked at again: what they say
 * that they would replace or change is of what counts now.
 */
@Injectable()
export class RecheckWaiting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rechecking: RecheckReturn,
  ) {}

  /** Safe to run twice: what stands on the same ground isn't checked again. */
  async run(changedId: string): Promise<void> {
    const ids = await waitingBeside(this.dataSource.manager, changedId, READ);
    for (const id of ids) await this.rechecking.recheck(id);
  }
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
