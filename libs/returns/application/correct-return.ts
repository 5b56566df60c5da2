import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Problem, SystemClock } from '@thongvon/platform';
import type { CellRef, CorrectionReading, CorrectionType, Reading, Standing } from '@thongvon/return-reader';
import { WorkbookRefused } from '@thongvon/workbook-io';
import { typeOf, wantedAt } from '../domain/correction';
import type { ReturnStatus } from '../domain/return-status';
import { correctionsOf, lastWords, writeCorrections } from '../persistence/correction-rows';
import type { Return } from '../persistence/entities/return';
import { bytesOfReturn } from '../persistence/files-of-return';
import { loadOnlyReading } from '../persistence/readings';
import { ReadAnew } from './answer-return';
import { WindowProcess } from './read-return';
import { assertOwn, FindReturn } from './return-step';

/** What a person says to be right for a cell. */
export interface GivenCorrection extends CellRef {
  readonly value: string;
  /** Where the reading leaves open what stands there; null: as the value looks. */
  readonly type: CorrectionType | null;
  /** Empty: none was given. */
  readonly reason: string;
}

/**
 * Keeps what the sender declares to be right for cells of a return, and has the workbook read again with it (ADR 0212). The file
 * stays as it came. What stands there is looked at before the return is locked: the bytes of a return never change.
 */
@Injectable()
export class CorrectReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly readAnew: ReadAnew,
    private readonly process: WindowProcess,
    private readonly clock: SystemClock,
  ) {}

  /** Throws as `ReadAnew` does, and 422 for what there isn't in the file and a value that doesn't fit. The same once more changes nothing. */
  async declare(actor: Actor, id: string, given: readonly GivenCorrection[]): Promise<ReturnStatus> {
    const found = assertOwn(actor, await this.returns.find(actor, id));
    const declared = await this.checked(found, given);
    const { manager } = this.dataSource;
    if (fresh(declared, await correctionsOf(manager, id)).length === 0) return found.status;
    return this.readAnew.execute(actor, id, 'correct', async (locked) => {
      const last = await lastWords(locked, id);
      const news = fresh(declared, last);
      await writeCorrections(
        locked,
        news.map((correction) => ({
          ...correction,
          returnId: id,
          replaces: wordOn(last, correction)?.id ?? null,
          actorId: actor.userId,
          recordedAt: this.clock.now(),
        })),
      );
      const cells = news.map(({ sheet, cell, value }) => ({ sheet, cell, value }));
      return { details: { corrections: news.length }, data: { cells } };
    });
  }

  /** Takes corrections back: the file's own cells count again. Throws CORRECTION-NOT-DECLARED, and as `ReadAnew` does. */
  takeBack(actor: Actor, id: string, cells: readonly CellRef[]): Promise<ReturnStatus> {
    const withdraw = async (manager: EntityManager) => {
      const last = await lastWords(manager, id);
      const gone = [...new Set(cells.map((cell) => wordOn(last, cell)))].map((word) => {
        if (word?.value == null) throw problems.notDeclared();
        return word;
      });
      const { userId: actorId } = actor;
      const recordedAt = this.clock.now();
      await writeCorrections(
        manager,
        gone.map(({ id: replaces, sheet, cell, stood }) => {
          const nothing = { type: null, value: null, reason: null };
          return { returnId: id, sheet, cell, stood, ...nothing, replaces, actorId, recordedAt };
        }),
      );
      const named = gone.map(({ sheet, cell }) => ({ sheet, cell }));
      return { details: { corrections: gone.length }, data: { cells: named } };
    };
    return this.readAnew.execute(actor, id, 'take-back-corrections', withdraw);
  }

  /** With the cell that is meant and what stands in it; the last one for each cell. */
  private async checked(
    { id, fileSha256 }: Return,
    given: readonly GivenCorrection[],
  ): Promise<CorrectionReading[]> {
    const { manager } = this.dataSource;
    const reading = await loadOnlyReading(manager, id);
    if (!reading) throw problems.notRead();
    const bytes = await bytesOfReturn(manager, { id });
    const places = given.map(({ sheet, cell }) => ({ sheet, cell }));
    const standings = await this.process
      .standings(`${fileSha256} ${id}`, bytes, places)
      .catch((error: unknown) => {
        throw error instanceof WorkbookRefused ? problems.notOpened() : error;
      });
    const byCell = new Map<string, CorrectionReading>();
    given.forEach((correction, i) => {
      const kept = declaredAs(correction, reading, standings[i] ?? 'no-cell');
      byCell.set(JSON.stringify([kept.sheet, kept.cell]), kept);
    });
    return [...byCell.values()];
  }
}

function declaredAs(
  { sheet, cell, value, type: given, reason }: GivenCorrection,
  reading: Reading,
  standing: Standing | 'no-sheet' | 'no-cell',
): CorrectionReading {
  if (reason === '') throw problems.noReason({ sheet, cell });
  if (standing === 'no-sheet') throw problems.noSheet(sheet);
  if (standing === 'no-cell') throw problems.noCell(sheet, cell);
  const at = { sheet, cell: standing.cell };
  const type = typeOf(value, wantedAt(reading, at), given);
  if (type === 'not-a-number') throw problems.notANumber(at, value);
  if (type === 'not-a-date') throw problems.notADate(at, value);
  return { ...at, type, value, reason, stood: standing.stood };
}

const wordOn = <Word extends CellRef>(words: readonly Word[], { sheet, cell }: CellRef): Word | undefined =>
  words.find((word) => word.sheet === sheet && word.cell === cell);

/** Those that say something else than what stands already. */
function fresh(
  declared: readonly CorrectionReading[],
  standing: readonly (CellRef & Readonly<Record<'type' | 'value' | 'reason', string | null>>)[],
): CorrectionReading[] {
  return declared.filter((correction) => {
    const word = wordOn(standing, correction);
    const { type, value, reason } = correction;
    return word?.value !== value || word.type !== type || word.reason !== reason;
  });
}

/** Every refusal of corrections: Vietnamese first. */
const problems = {
  notRead: () =>
    new Problem(
      409,
      'RETURN-NOT-READ',
      'Báo cáo đang được đọc. Hãy thử lại sau giây lát.',
      'The return is still being read. Try again in a moment.',
    ),
  notOpened: () =>
    new Problem(
      409,
      'RETURN-NOT-READABLE',
      'Không mở được tệp này nên không đính chính được; hãy nộp tệp khác.',
      'The file can not be opened, so that nothing in it can be corrected; send another.',
    ),
  noReason: ({ sheet, cell }: CellRef) =>
    new Problem(
      422,
      'CORRECTION-NO-REASON',
      `Hãy ghi lý do đính chính ô ${cell}; người duyệt sẽ thấy lý do này.`,
      `Say why cell ${cell} is corrected; whoever approves sees it.`,
      { sheet, cell },
    ),
  noSheet: (sheet: string) =>
    new Problem(
      422,
      'CORRECTION-NO-SHEET',
      `Tệp không có trang “${sheet}”. Hãy ghi đúng tên trang.`,
      `The workbook has no sheet "${sheet}". Give its exact name.`,
      { sheet },
    ),
  noCell: (sheet: string, cell: string) =>
    new Problem(
      422,
      'CORRECTION-NO-CELL',
      `Trang “${sheet}” không có ô ${cell}: ô nằm ngoài phần có số liệu.`,
      `Sheet "${sheet}" has no cell ${cell}: it lies outside of what the sheet holds.`,
      { sheet, cell },
    ),
  notANumber: ({ sheet, cell }: CellRef, value: string) =>
    new Problem(
      422,
      'CORRECTION-NOT-A-NUMBER',
      `Ô ${cell} cần một số; “${value}” không phải là số. Hãy ghi số theo đơn vị tính của cột, tối đa 15 chữ số.`,
      `Cell ${cell} needs a number; "${value}" is none. Give one in the unit of its column, with at most 15 digits.`,
      { sheet, cell },
    ),
  notADate: ({ sheet, cell }: CellRef, value: string) =>
    new Problem(
      422,
      'CORRECTION-NOT-A-DATE',
      `Ô ${cell} cần một ngày; “${value}” không phải là ngày. Hãy ghi ngày, tháng, năm.`,
      `Cell ${cell} needs a date; "${value}" is none. Give day, month and year.`,
      { sheet, cell },
    ),
  notDeclared: () =>
    new Problem(
      422,
      'CORRECTION-NOT-DECLARED',
      'Báo cáo không có số đính chính ở ô này; có thể đã được lấy lại.',
      'The return has no correction at this cell; it may have been taken back already.',
    ),
} as const;
