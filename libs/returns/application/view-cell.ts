import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Problem } from '@thongvon/platform';
import type { CellRef, SheetReading, SheetWindow, WindowRequest } from '@thongvon/return-reader';
import { WorkbookRefused } from '@thongvon/workbook-io';
import { type WantedValue, wantedAt } from '../domain/correction';
import { shownCorrections, type ShownCorrection } from '../persistence/correction-rows';
import { bytesOfReturn } from '../persistence/files-of-return';
import { loadOnlyReading } from '../persistence/readings';
import { WindowProcess } from './read-return';
import { FindReturn } from './return-step';

const KEYS: ReadonlySet<string> = new Set(['ordinal', 'name', 'code']);

/** A part of a sheet as the file has it, and what was declared to be right for its cells. */
export interface ViewedCell extends SheetWindow {
  readonly corrections: readonly ShownCorrection[];
  readonly wanted: WantedValue;
}

/** Shows a cell of a return in its surroundings, from the bytes that were kept. */
@Injectable()
export class ViewCell {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly process: WindowProcess,
  ) {}

  /** Throws 404 for a return out of sight or a sheet that the file doesn't have, 422 for a file that can't be opened. */
  async view(
    actor: Actor,
    id: string,
    { reach, ...place }: CellRef & { readonly reach?: number },
  ): Promise<ViewedCell> {
    const found = await this.returns.find(actor, id);
    const { manager } = this.dataSource;
    const bytes = await bytesOfReturn(manager, found);
    const reading = await loadOnlyReading(manager, id);
    const request =
      reach === undefined
        ? { ...place, ...tableAround(reading?.sheets ?? [], place) }
        : { ...place, headerRows: [], keyColumns: [], reach: { rows: reach, columns: reach } };
    const window = await this.process
      .read(`${found.fileSha256} ${id}`, bytes, request)
      .catch((error: unknown) => {
        throw error instanceof WorkbookRefused ? unreadable(error) : error;
      });
    if (window === undefined) throw noSuchCell(place);
    const corrections = (await shownCorrections(manager, id)).filter((one) => isShown(window, one));
    return { ...window, corrections, wanted: wantedAt(reading ?? { sheets: [] }, place) };
  }
}

function isShown({ sheet, rows, columns }: SheetWindow, correction: CellRef): boolean {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(correction.cell) ?? [];
  return (
    correction.sheet === sheet &&
    rows.some((one) => one.row === Number(row)) &&
    columns.some(({ column }) => column === letters)
  );
}

/** Header and key columns of the last table of the sheet that begins above the cell, or of the first one. */
function tableAround(
  sheets: readonly SheetReading[],
  { sheet, cell }: CellRef,
): Pick<WindowRequest, 'headerRows' | 'keyColumns'> {
  const row = Number(/\d+$/.exec(cell)?.[0]);
  const tables = sheets.filter(({ name, headerRows }) => name === sheet && headerRows.length > 0);
  const table = tables.findLast(({ headerRows }) => Math.min(...headerRows) <= row) ?? tables[0];
  return {
    headerRows: table?.headerRows ?? [],
    keyColumns: (table?.columns ?? []).filter(({ meaning }) => KEYS.has(meaning)).map(({ column }) => column),
  };
}

function noSuchCell({ sheet, cell }: CellRef): Problem {
  return new Problem(
    404,
    'CELL-NOT-FOUND',
    `Tệp không có ô ${cell} ở trang “${sheet}”.`,
    `The file has no cell ${cell} on a sheet "${sheet}".`,
  );
}

function unreadable({ code }: WorkbookRefused): Problem {
  return new Problem(
    422,
    code,
    'Không mở được tệp để xem ô; hãy tải tệp gốc về và mở bằng Excel.',
    'The file can not be opened to show the cell; download the original and open it with Excel.',
  );
}
