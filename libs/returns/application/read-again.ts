import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Outbox, Problem } from '@thongvon/platform';
import type { TableMapping } from '@thongvon/return-reader';
import type { ReturnStatus } from '../domain/return-status';
import { faultOf, type MappingFault } from '../domain/table-mapping';
import { loadReading, type StoredReading } from '../persistence/readings';
import { assertOwn, ChangeStatus, FindReturn } from './return-step';

/** Has a workbook read again as it is: words may have been added since, or the machine was too busy to read it in time. */
@Injectable()
export class ReadAgain {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Throws RETURN-STATE once it has been handed in, and RETURN-RECEIVED-AGAIN. */
  async run(actor: Actor, id: string): Promise<ReturnStatus> {
    return this.dataSource
      .transaction(async (manager) => {
        const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
        await this.outbox.ask(manager, 'read-return', id);
        await this.audit.record(manager, actor.userId, 'return.read-again', `return:${id}`);
        return this.states.apply(manager, found, 'read-again', {
          actorId: actor.userId,
          changes: { version: found.version + 1 },
        });
      })
      .catch(asReceivedAgain);
  }
}

/** Takes the sender's description of tables that couldn't be recognised, and has the workbook read again by it. */
@Injectable()
export class MapReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Replaces the mapping that the return had; an empty one has it read as if there were none. */
  async map(actor: Actor, id: string, mapping: TableMapping[]): Promise<ReturnStatus> {
    return this.dataSource
      .transaction(async (manager) => {
        const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
        const stored = await loadReading(manager, id);
        if (found.status === 'failed' && !isReadable(stored)) throw notMappable();
        const wrong = faultOf(mapping, stored?.reading.sheets ?? []);
        if (wrong) throw mappingFaulty(wrong.fault, wrong.mapping);
        await this.outbox.ask(manager, 'read-return', id);
        await this.audit.record(manager, actor.userId, 'return.map', `return:${id}`, {
          tables: mapping.length,
        });
        return this.states.apply(manager, found, 'map', {
          actorId: actor.userId,
          changes: { mapping, version: found.version + 1 },
        });
      })
      .catch(asReceivedAgain);
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

/** 409 where the failed return can't come back: the same bytes were sent anew since, and only one of the two may live. */
function asReceivedAgain(error: unknown): never {
  if (!isUniqueViolation(error, 'return_same_bytes')) throw error;
  throw new Problem(
    409,
    'RETURN-RECEIVED-AGAIN',
    'Tệp này đã được nộp lại; hãy làm tiếp ở báo cáo mới.',
    'The same file has been sent again; go on with the newer return.',
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
