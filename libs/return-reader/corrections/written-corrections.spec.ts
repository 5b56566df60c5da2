import fc from 'fast-check';
import { markWorkbook, openWorkbook, writtenCells } from '@thongvon/workbook-io';
import type { DeclaredCorrection } from '../model/correction';
import type { Reading } from '../model/reading';
import { readWorkbook } from '../read-workbook';
import { damage } from '../testing/damage';
import { layouts } from '../testing/layout';
import { portfolios } from '../testing/portfolio';
import { writeBySheetJs } from '../testing/write-formats';
import { writeReturn } from '../testing/write-return';
import { applyCorrections } from './apply-corrections';

const LIST = { name: 'Kết quả kiểm tra', title: 'Kết quả', lines: [], columns: [], rows: [] };

/** The workbook that is downloaded: with the corrections in its cells, and a note at each. */
function downloaded(bytes: Uint8Array, corrections: readonly DeclaredCorrection[]): Uint8Array {
  const model = openWorkbook(bytes);
  const marks = corrections.map(({ sheet, cell, reason }) => ({
    sheet,
    cell,
    tone: 'correction' as const,
    note: [{ text: reason }],
  }));
  const values = writtenCells(model, applyCorrections(model, corrections));
  return markWorkbook(bytes, { author: 'Thông Vốn', marks, values, list: LIST }).bytes;
}

/** All but the sheet that lists what was found, and that corrections were declared. */
function withoutList({ corrections: _, ...reading }: Reading): Omit<Reading, 'corrections'> {
  return {
    ...reading,
    sheets: reading.sheets.filter(({ name }) => !name.startsWith(LIST.name)),
    ...(reading.evidence && {
      evidence: reading.evidence.filter(({ sheet }) => !sheet?.startsWith(LIST.name)),
    }),
  };
}

describe('the downloaded workbook of a return with declared corrections', () => {
  it('reads, money and findings, as the return does with them, and reads the same when it is marked once more', () => {
    fc.assert(
      fc.property(portfolios(), layouts(), fc.infiniteStream(fc.nat()), (portfolio, layout, numbers) => {
        const { model } = writeReturn(portfolio, layout);
        const { damaged, corrections } = damage(model, () => Number(numbers.next().value));
        const bytes = writeBySheetJs(damaged, 'xlsx');
        const corrected = withoutList(readWorkbook(openWorkbook(bytes), { corrections }));
        const marked = downloaded(bytes, corrections);
        expect(withoutList(readWorkbook(openWorkbook(marked)))).toEqual(corrected);
        const again = withoutList(readWorkbook(openWorkbook(downloaded(marked, []))));
        expect(again).toEqual(corrected);
      }),
      { numRuns: 25 },
    );
  });
});
