import fc from 'fast-check';
import {
  type CellModel,
  cellName,
  type CellValue,
  openWorkbook,
  type SheetModel,
  type WorkbookModel,
} from '@thongvon/workbook-io';
import { exitCodeOf } from './return-reader';
import { readWorkbook } from './read-workbook';
import type { FindingCode } from './model/finding-codes';
import type { Reading } from './model/reading';
import { type Outcome, sweep } from './testing/compare';
import { layouts, type Layout } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { writeBySheetJs, writeCsv, writeHtml } from './testing/write-formats';
import { writeReturn } from './testing/write-return';

/** A mistake that people make in one amount cell, and how it must be named. */
interface Damage {
  readonly name: string;
  readonly code: FindingCode;
  readonly value: CellValue;
  readonly formula?: string;
}

const DAMAGES: readonly Damage[] = [
  { name: 'words', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'text', text: 'chưa có' } },
  { name: 'two numbers', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'text', text: '12.000 và 3.000' } },
  { name: 'a truth value', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'boolean', boolean: true } },
  { name: 'an error', code: 'RET-CELL-ERROR', value: { type: 'error', text: '#REF!' } },
  { name: 'a negative amount', code: 'RET-AMOUNT-NEGATIVE', value: { type: 'number', number: -5 } },
  {
    name: 'a formula without value',
    code: 'RET-FORMULA-WITHOUT-VALUE',
    value: { type: 'unknown' },
    formula: 'VLOOKUP(A1,X:Y,2)',
  },
];

describe('a mistake in a return of a layout that nobody has seen', () => {
  it('in one amount has its name, at its cell', () => {
    const invented = fc.tuple(portfolios(), layouts(), fc.constantFrom(...DAMAGES), fc.nat());
    sweep({ name: 'an amount', sample: 80, whole: 5000 }, invented, ([portfolio, layout, damage, n]) => {
      const written = writeReturn(portfolio, layout);
      const leaves = written.leaves.filter(({ key }) => /^(planned|disbursed|completed|advance)/.test(key));
      const place = leaves[n % leaves.length];
      if (!place) return { outcome: 'refused', codes: [] };
      const { model, sheet, cell } = withValue(written.model, place, damage);
      const { findings } = readWorkbook(model);
      const named = findings.some((f) => f.code === damage.code && f.sheet === sheet && f.cell === cell);
      return named
        ? { outcome: 'refused', codes: [damage.code] }
        : { outcome: 'wrong', why: `${damage.name} at ${cell} is not named ${damage.code}` };
    });
  });

  it.each([
    ['a web page of Excel', (model: WorkbookModel) => Buffer.from(writeHtml(model))],
    ['a text', (model: WorkbookModel) => Buffer.from(writeCsv(model, ';'))],
    ['an XML workbook of Excel 2003', (model: WorkbookModel) => writeBySheetJs(model, 'xlml')],
    ['a binary workbook', (model: WorkbookModel) => writeBySheetJs(model, 'xlsb')],
  ] as const)('in one amount has its name, at its cell, in %s too', (name, write) => {
    const onOneSheet = layouts().map((layout): Layout => ({
      ...layout,
      cover: 'none',
      split: layout.split === 'two-sheets' ? 'none' : layout.split,
      hidden: 'none',
      sheetName: 'Sheet1',
    }));
    // A formula without a value is what a program writes that doesn't compute; a text has none.
    const shown = DAMAGES.filter(({ formula }) => formula === undefined);
    const invented = fc.tuple(portfolios(), onOneSheet, fc.constantFrom(...shown), fc.nat());
    sweep({ name, sample: 10, whole: 1000 }, invented, ([portfolio, layout, damage, n]) => {
      const written = writeReturn(portfolio, layout);
      const leaves = written.leaves.filter(({ key }) => /^(planned|disbursed|completed|advance)/.test(key));
      const place = leaves[n % leaves.length];
      if (!place) return { outcome: 'refused', codes: [] };
      const { model, cell } = withValue(written.model, place, damage);
      const reading = readWorkbook(openWorkbook(write(model)));
      return reading.findings.some((finding) => finding.code === damage.code && finding.cell === cell)
        ? { outcome: 'refused', codes: [damage.code] }
        : stopped(reading, `${damage.name} at ${cell} is not named ${damage.code}`);
    });
  });

  it('in the year of its title is asked about: it stayed from last year', () => {
    sweep(
      { name: 'a stale title', sample: 30, whole: 1000 },
      // "Kế hoạch sau điều chỉnh" names no year that could contradict the title.
      fc.tuple(
        portfolios(),
        layouts().map((layout): Layout => ({ ...layout, adjusted: 'none' })),
      ),
      ([portfolio, layout]) => {
        const { model } = writeReturn(portfolio, layout);
        const reading = readWorkbook(withTexts(model, (text) => text.replace(/(CÔNG NĂM) 2023/, '$1 2022')));
        return stopped(reading, `${reading.planYear}, ${reading.total.planned}`);
      },
    );
  });

  it('in the year of its signature is asked about', () => {
    sweep(
      { name: 'a stale signature', sample: 30, whole: 1000 },
      fc.tuple(
        portfolios(),
        layouts().map((layout): Layout => ({ ...layout, footer: true })),
      ),
      ([portfolio, layout]) => {
        const { model } = writeReturn(portfolio, layout);
        const stale = withTexts(model, (text) => text.replace(/^(Phú Sơn, ngày .* năm) 20\d\d$/, '$1 2022'));
        const reading = readWorkbook(stale);
        return stopped(reading, `${reading.planYear}, ${reading.total.planned}`);
      },
    );
  });

  it('in a plan after its adjustment is asked about, or stops it', () => {
    const adjusted = layouts().map((layout): Layout => ({
      ...layout,
      plan: 'total',
      carriedOver: 'none',
      numbers: 'double',
      adjusted: layout.adjusted === 'none' ? 'columns' : layout.adjusted,
    }));
    sweep(
      { name: 'a plan that its changes don’t make', sample: 30, whole: 1000 },
      fc.tuple(portfolios(), adjusted, fc.nat()),
      ([portfolio, layout, n]) => {
        const written = writeReturn(portfolio, layout);
        const plans = written.leaves.filter(({ key }) => key === 'planned');
        const plan = plans[n % plans.length];
        if (!plan) return { outcome: 'refused', codes: [] };
        const value = { type: 'number' as const, number: numberAt(written.model, plan) * 2 + 1000 };
        return stopped(readWorkbook(withValue(written.model, plan, { value }).model), `${value.number}`);
      },
    );
  });

  it('that makes a part larger than its whole stops it', () => {
    const numbers = layouts().map((layout): Layout => ({
      ...layout,
      plan: 'total-and-sources',
      rows: 'flat',
      carriedOver: 'none',
      numbers: 'double',
    }));
    sweep(
      { name: 'a part above its whole', sample: 30, whole: 1000 },
      fc.tuple(portfolios(), numbers, fc.nat(), fc.integer({ min: 1, max: 1000 })),
      ([portfolio, layout, n, more]) => {
        const written = writeReturn(portfolio, layout);
        const parts = written.leaves.filter(({ key }) => key.startsWith('planned:'));
        const part = parts[n % parts.length];
        const whole = written.leaves.find(
          ({ key, sheet, row }) => key === 'planned' && sheet === part?.sheet && row === part.row,
        );
        if (!part || !whole) return { outcome: 'refused', codes: [] };
        const total = numberAt(written.model, whole);
        const value = { type: 'number' as const, number: total + more };
        return stopped(
          readWorkbook(withValue(written.model, part, { value }).model),
          `${value.number} of ${total}`,
        );
      },
    );
  });
});

function stopped(reading: Reading, why: string): Outcome {
  return exitCodeOf(reading) === 0 ? { outcome: 'wrong', why } : { outcome: 'refused', codes: [] };
}

function numberAt(
  model: WorkbookModel,
  { sheet, row, column }: { sheet: number; row: number; column: number },
): number {
  const cell = model.sheets[sheet]?.rows
    .find(({ index }) => index === row)
    ?.cells.find((c) => c.column === column);
  return cell?.value.type === 'number' ? cell.value.number : 0;
}

function withTexts(model: WorkbookModel, change: (text: string) => string): WorkbookModel {
  const sheets = model.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.value.type === 'text'
          ? { ...cell, value: { ...cell.value, text: change(cell.value.text) } }
          : cell,
      ),
    })),
  }));
  return { ...model, sheets };
}

/** The workbook with another value in one cell, and the cell's name. */
function withValue(
  model: WorkbookModel,
  place: { sheet: number; row: number; column: number },
  { value, formula }: Pick<Damage, 'value' | 'formula'>,
): { model: WorkbookModel; sheet: string; cell: string } {
  const change = (cell: CellModel): CellModel =>
    cell.row === place.row && cell.column === place.column
      ? { row: cell.row, column: cell.column, value, ...(formula === undefined ? {} : { formula }) }
      : cell;
  const sheets = model.sheets.map((sheet, i): SheetModel =>
    i === place.sheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.index === place.row ? { ...row, cells: row.cells.map(change) } : row,
          ),
        }
      : sheet,
  );
  return {
    model: { ...model, sheets },
    sheet: model.sheets[place.sheet]?.name ?? '',
    cell: cellName(place.row, place.column),
  };
}
