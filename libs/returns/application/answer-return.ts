import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Outbox, Problem, SystemClock } from '@thongvon/platform';
import type { Finding } from '@thongvon/return-reader';
import {
  type Answer,
  type AnswerAddress,
  findingAnswered,
  type GivenAnswer,
  mergeAnswers,
  toAnswer,
  withoutAnswers,
} from '../domain/answer';
import type { ReturnStatus } from '../domain/return-status';
import { loadReading } from '../persistence/readings';
import { assertOwn, ChangeStatus, FindReturn } from './return-step';

/** Takes the sender's answers to the open questions, or takes them back, and has the workbook read again in their light. */
@Injectable()
export class AnswerReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  answer(actor: Actor, id: string, given: readonly GivenAnswer[]): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
      const stored = await loadReading(manager, id);
      const answers = given.map((answer): Answer => {
        const finding = findingAnswered(stored?.findings ?? [], answer);
        if (!finding || !stored) throw notAsked(answer);
        const kept = toAnswer(finding, answer, stored.reading);
        if (!kept) throw unfit(finding);
        return { ...kept, given: { by: actor.userId, at: formatInstant(this.clock.now()) } };
      });
      await this.outbox.ask(manager, 'read-return', id);
      await this.audit.record(manager, actor.userId, 'return.answer', `return:${id}`, {
        answers: answers.length,
      });
      return this.states.apply(manager, found, 'answer', {
        actorId: actor.userId,
        changes: { answers: mergeAnswers(found.answers, answers), version: found.version + 1 },
      });
    });
  }

  /**
   * Takes back answers of a return that hasn't been handed in: what they settled is asked again. Throws ANSWER-NOT-GIVEN, and RETURN-STATE once the return has been handed in.
   */
  takeBack(actor: Actor, id: string, addresses: readonly AnswerAddress[]): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
      const answers = withoutAnswers(found.answers, addresses);
      if (!answers) throw notGiven();
      await this.outbox.ask(manager, 'read-return', id);
      // Who had answered what stays in the trail, so that four eyes hold for them too (ADR 115).
      await this.audit.record(manager, actor.userId, 'return.take-back-answers', `return:${id}`, {
        answers: found.answers.length - answers.length,
      });
      return this.states.apply(manager, found, 'take-back', {
        actorId: actor.userId,
        changes: { answers, version: found.version + 1 },
      });
    });
  }
}

function notGiven(): Problem {
  return new Problem(
    422,
    'ANSWER-NOT-GIVEN',
    'Báo cáo không có câu trả lời này; có thể đã được lấy lại.',
    'The return has no such answer; it may have been taken back already.',
  );
}

function notAsked({ code, sheet, cell }: GivenAnswer): Problem {
  return new Problem(
    422,
    'ANSWER-TO-NO-QUESTION',
    `Báo cáo không có câu hỏi ${code} ở ô này.`,
    `The return has no question ${code} at this cell.`,
    { finding: { code, sheet, cell } },
  );
}

function unfit({ code, sheet, cell, asks, choices }: Finding): Problem {
  const finding = { code, sheet, cell, asks: asks ?? null, choices: choices ?? [] };
  if (asks === undefined) {
    return new Problem(
      422,
      'ANSWER-NOT-POSSIBLE',
      'Điểm này không trả lời được; hãy sửa trong tệp rồi nạp lại.',
      'This can not be answered; mend it in the file and upload again.',
      { finding },
    );
  }
  return new Problem(
    422,
    'ANSWER-UNFIT',
    'Câu trả lời không phù hợp với câu hỏi; hãy chọn trong các lựa chọn, hoặc ghi đúng điều được hỏi.',
    "The answer doesn't fit the question; take one of its choices, or give what it asks for.",
    { finding },
  );
}
