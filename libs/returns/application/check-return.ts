import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { businessDate, type PlainDate, RETURN_KIND_NAMES } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import type { Finding, Reading, ReturnKind } from '@thongvon/return-reader';
import { mergeAnswers, settleAnswered } from '../domain/answer';
import type { ReturnFacts } from '../domain/return-facts';
import { type Checked, currentGround, standsOnSameGround } from '../persistence/readings';
import { profileOf, roleOfSender } from '../persistence/office-profiles';
import type { Return } from '../persistence/entities/return';
import { type ReturnKindRules, ReturnKinds } from './return-kinds';

/** Holds a reading against what the system knows: each kind by its own rules. Writes nothing. */
@Injectable()
export class CheckReturn {
  constructor(
    private readonly kinds: ReturnKinds,
    private readonly organizations: OrganizationTree,
    private readonly clock: SystemClock,
  ) {}

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

  async check(manager: EntityManager, found: Return, reading: Reading): Promise<Checked> {
    const today = businessDate(this.clock.now());
    const ground = await currentGround(manager, today);
    const facts = await this.factsOf(manager, found, reading);
    const rules = this.kinds.of(reading.kinds);
    const refused = rules.filter(({ senders }) => !senders.includes(facts.senderRole));
    if (refused.length > 0) {
      const findings = [...reading.findings, ...refused.map(toFinding)];
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

const toFinding = ({ kind }: ReturnKindRules): Finding => kindNotAllowed(kind);

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
