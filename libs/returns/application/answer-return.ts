import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Outbox, Problem, SystemClock } from '@thongvon/platform';
import type { Finding, TableMapping } from '@thongvon/return-reader';
import {
  type Answer,
  type AnswerAddress,
  asFirstAsked,
  findingAnswered,
  type GivenAnswer,
  mergeAnswers,
  toAnswer,
  withoutAnswers,
} from '../domain/answer';
import type { ReturnStatus } from '../domain/return-status';
import { faultOf, type MappingFault } from '../domain/table-mapping';
import type { Return } from '../persistence/entities/return';
import { loadReading, type StoredReading } from '../persistence/readings';
import { assertOwn, ChangeStatus, FindReturn } from './return-step';

/** What a sender says of a return: what is kept of it with the return, and what the trail says. */
interface Said {
  readonly changes?: Partial<Pick<Return, 'answers' | 'mapping' | 'submittedAt'>>;
  /** For the trail. */
  readonly details?: Record<string, unknown>;
  /** For the history of the return. */
  readonly data?: Record<string, unknown>;
}

/** What has a workbook read again, with its name in the trail. */
const TRAIL = {
  'read-again': 'return.read-again',
  answer: 'return.answer',
  'take-back': 'return.take-back-answers',
  map: 'return.map',
  restore: 'return.restore',
  correct: 'return.correct',
  'take-back-corrections': 'return.take-back-corrections',
} as const;

/** Has a return's workbook read again in the light of what its sender says; the only place that does. */
@Injectable()
export class ReadAnew {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Throws RETURN-NOT-YOURS, RETURN-STATE once it has been handed in, RETURN-RECEIVED-AGAIN, and what `say` throws. */
  execute(
    actor: Actor,
    id: string,
    action: keyof typeof TRAIL,
    say: (manager: EntityManager, found: Return) => Said | Promise<Said>,
  ): Promise<ReturnStatus> {
    return this.dataSource
      .transaction(async (manager) => {
        const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
        const { changes, details, data } = await say(manager, found);
        await this.outbox.ask(manager, 'read-return', id);
        await this.audit.record(manager, actor.userId, TRAIL[action], `return:${id}`, details);
        return this.states.apply(manager, found, action, {
          actorId: actor.userId,
          ...(data === undefined ? {} : { data }),
          changes: { ...changes, version: found.version + 1 },
        });
      })
      .catch(asReceivedAgain);
  }
}

/** 409 where the failed return can't come back: the same bytes were sent anew since, and only one of the two may live. */
export function asReceivedAgain(error: unknown): never {
  if (!isUniqueViolation(error, 'return_same_bytes')) throw error;
  throw new Problem(
    409,
    'RETURN-RECEIVED-AGAIN',
    'Tệp này đã được nộp lại; hãy làm tiếp ở báo cáo mới.',
    'The same file has been sent again; go on with the newer return.',
  );
}

/** Has a workbook read again as it is: words may have been added since, or the machine was too busy to read it in time. */
@Injectable()
export class ReadAgain {
  constructor(private readonly readAnew: ReadAnew) {}

  /** Throws RETURN-STATE once it has been handed in, and RETURN-RECEIVED-AGAIN. */
  run(actor: Actor, id: string): Promise<ReturnStatus> {
    return this.readAnew.execute(actor, id, 'read-again', () => ({}));
  }
}

/** Takes the sender's answers to the open questions, or takes them back, and has the workbook read again in their light. */
@Injectable()
export class AnswerReturn {
  constructor(
    private readonly readAnew: ReadAnew,
    private readonly clock: SystemClock,
  ) {}

  answer(actor: Actor, id: string, given: readonly GivenAnswer[]): Promise<ReturnStatus> {
    return this.readAnew.execute(actor, id, 'answer', async (manager, found) => {
      const stored = await loadReading(manager, id);
      const answers = given.map((answer): Answer => {
        const finding = findingAnswered(stored?.findings ?? [], answer);
        if (!finding || !stored) throw notAsked(answer);
        const kept = toAnswer(finding, answer, stored.reading);
        if (!kept) throw unfit(finding);
        const asked = asFirstAsked(kept, finding, found.answers);
        return { ...asked, given: { by: actor.userId, at: formatInstant(this.clock.now()) } };
      });
      return {
        changes: { answers: mergeAnswers(found.answers, answers) },
        details: { answers: answers.length },
      };
    });
  }

  /**
   * Takes back answers of a return that hasn't been handed in: what they settled is asked again. Throws ANSWER-NOT-GIVEN, and
   * RETURN-STATE once the return has been handed in.
   */
  takeBack(actor: Actor, id: string, addresses: readonly AnswerAddress[]): Promise<ReturnStatus> {
    const withdraw = (_: EntityManager, found: Return): Said => {
      const answers = withoutAnswers(found.answers, addresses);
      if (!answers) throw notGiven();
      return { changes: { answers }, details: { answers: found.answers.length - answers.length } };
    };
    // Who had answered what stays in the trail, so that four eyes hold for them too (ADR 115).
    return this.readAnew.execute(actor, id, 'take-back', withdraw);
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

/** Takes the sender's description of tables that couldn't be recognised, and has the workbook read again by it. */
@Injectable()
export class MapReturn {
  constructor(private readonly readAnew: ReadAnew) {}

  /** Replaces the mapping that the return had; an empty one has it read as if there were none. */
  map(actor: Actor, id: string, mapping: TableMapping[]): Promise<ReturnStatus> {
    return this.readAnew.execute(actor, id, 'map', async (manager, found) => {
      const stored = await loadReading(manager, id);
      if (found.status === 'failed' && !isReadable(stored)) throw notMappable();
      const wrong = faultOf(mapping, stored?.reading.sheets ?? []);
      if (wrong) throw mappingFaulty(wrong.fault, wrong.mapping);
      return { changes: { mapping }, details: { tables: mapping.length } };
    });
  }
}

/** The workbook could be opened and has sheets; only no table was found in them. */
function isReadable(stored: StoredReading | undefined): boolean {
  return (
    stored !== undefined &&
    stored.reading.sheets.length > 0 &&
    stored.findings.some(({ code }) => code === 'RET-NOT-A-RETURN')
  );
}

const FAULTS: Readonly<Record<MappingFault, readonly [vi: string, en: string]>> = {
  'no-such-sheet': [
    'Tệp không có trang này. Hãy ghi đúng tên trang.',
    'The workbook has no such sheet. Give its exact name.',
  ],
  'header-rows': [
    'Dòng đầu của tiêu đề bảng nằm sau dòng cuối.',
    'The first row of the header stands below the last.',
  ],
  'header-rows-overlap': [
    'Hai bảng trên một trang có chung dòng tiêu đề.',
    'Two tables of one sheet share rows of their headers.',
  ],
  'no-such-meaning': [
    'Có cột mang ý nghĩa mà hệ thống không biết. Hãy dùng các ý nghĩa trong tài liệu API.',
    'A column has a meaning that is not known. Use those of the API documentation.',
  ],
  'column-twice': ['Một cột được khai hai lần.', 'A column is listed twice.'],
  'no-name': [
    'Bảng phải có cột tên dự án hoặc mã dự án.',
    'The table needs a column that names the project or its code.',
  ],
  'no-figure': ['Bảng phải có ít nhất một cột số liệu.', 'The table needs at least one column of figures.'],
};

/** 422: the mapping can't be read by, with the table and the reason. */
function mappingFaulty(fault: MappingFault, { sheet, headerRows }: TableMapping): Problem {
  const [vi, en] = FAULTS[fault];
  return new Problem(422, 'MAPPING-FAULTY', vi, en, { fault, sheet, headerRows });
}

/** 409: the file itself can't be opened. */
function notMappable(): Problem {
  return new Problem(
    409,
    'RETURN-NOT-READABLE',
    'Không mở được tệp này nên không khai bảng được; hãy nộp tệp khác.',
    'The file can not be opened, so that there is nothing to map; send another.',
  );
}
