import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { businessDate } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import type { Finding, Reading } from '@thongvon/reading';
import { mergeAnswers, settleAnswered } from '../domain/answer';
import { withoutPastQuestion } from '../domain/dated-ahead';
import { kindNotAllowed } from '../domain/findings';
import type { Preview } from '../domain/preview';
import type { ReturnFacts } from '../domain/return-facts';
import type { ReturnKindRules } from './return-kind-rules';
import { profileOf } from '../infrastructure/office-profiles';
import type { Return } from '../infrastructure/return.entity';
import { roleOfSender } from '../infrastructure/sender';
import { ReturnKinds } from './return-kinds';

export interface Checked {
  readonly findings: Finding[];
  readonly preview: Preview;
}

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
      senderRole: await roleOfSender(manager, found.uploadedBy),
      reading,
      answers: mergeAnswers(profile.answers, found.answers),
    };
  }

  async check(manager: EntityManager, found: Return, reading: Reading): Promise<Checked> {
    const facts = await this.factsOf(manager, found, reading);
    const rules = this.kinds.of(reading.kinds);
    const refused = rules.filter(({ senders }) => !senders.includes(facts.senderRole));
    if (refused.length > 0) {
      return { findings: [...reading.findings, ...refused.map(toFinding)], preview: { sections: [] } };
    }
    const outcomes = [];
    for (const rule of rules) outcomes.push(await rule.check(manager, facts));
    const heard = [];
    for (const listener of this.kinds.listeners) heard.push(await listener.check(manager, facts));
    const findings = [...reading.findings, ...[...outcomes, ...heard].flatMap((outcome) => outcome.findings)];
    return {
      findings: withoutPastQuestion(
        settleAnswered(findings, found.answers),
        reading.asOf,
        businessDate(this.clock.now()),
      ),
      preview: {
        sections: outcomes.map((outcome) => outcome.preview),
        remarks: heard.flatMap(({ remarks }) => remarks),
      },
    };
  }
}

const toFinding = ({ kind }: ReturnKindRules): Finding => kindNotAllowed(kind);
