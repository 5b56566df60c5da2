import {
  type CellModel,
  type CellValue,
  type MergedRange,
  parseRange,
  type SheetModel,
} from '@thongvon/workbook-io';
import { AMOUNT_FIELDS, CLEARANCE_FIELDS } from '../model/meaning';
import { optionsOf, type ReadingOptions } from '../model/options';
import type { Reading } from '../model/reading';
import { readWorkbook } from '../read-workbook';

/** Rows of a sheet as a test writes them; null is a blank cell. */
export type Rows = readonly (readonly (Content | null)[])[];

export interface HandSheet {
  readonly name?: string;
  readonly rows: Rows;
  /** "C4:E4" */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** Counted from 1. */
  readonly hiddenRows?: readonly number[];
  readonly boldRows?: readonly number[];
}

/** Title, date and unit as most returns have them; a test adds the table. */
export const TITLE: Rows = [
  ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
  ['Số liệu đến ngày 21/6/2023'],
  ['ĐVT: triệu đồng'],
];

/** Reads sheets written by hand. */
export function readSheets(
  sheets: readonly HandSheet[],
  options: ReadingOptions = {},
  date1904 = false,
): Reading {
  return readWorkbook({ sheets: sheets.map((sheet, i) => build(sheet, i)), date1904 }, options);
}

/** Reads one table under the usual title. */
export function readTable(rows: Rows, merges: readonly string[] = [], options: ReadingOptions = {}): Reading {
  return readSheets([{ name: 'GN', rows: [...TITLE, ...rows], merges }], options);
}

/** Reads one table under the usual title but for the statement of its unit: "ĐVT: tỷ đồng". */
export function readInUnit(unit: string, rows: Rows, options: ReadingOptions = {}): Reading {
  return readSheets([{ name: 'GN', rows: [...TITLE.slice(0, 2), [unit], ...rows] }], options);
}

/** The findings that stop a return or ask, as "CODE cell". */
export function complaints({ findings }: Reading): string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'question')
    .map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
}

/** Every finding, as "severity CODE cell". */
export function said({ findings }: Reading): string[] {
  return findings.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? ''}`.trim());
}

/** What each column was taken for, by its letter. */
export function meanings(reading: Reading, sheet = 0): Record<string, string> {
  return Object.fromEntries((reading.sheets[sheet]?.columns ?? []).map((c) => [c.column, c.meaning]));
}

function build({ name, rows, merges = [], hidden, hiddenRows = [], boldRows = [] }: HandSheet, i: number) {
  const sheet = new SheetBuilder();
  rows.forEach((row, r) =>
    row.forEach((content, c) => sheet.set(r, c, content, boldRows.includes(r + 1) ? { bold: true } : {})),
  );
  for (const merge of merges) {
    const range = parseRange(merge);
    if (range) sheet.merge(range.top, range.left, range.bottom, range.right);
  }
  for (const row of hiddenRows) sheet.hiddenRows.add(row - 1);
  return sheet.build(name ?? `Trang ${i + 1}`, hidden);
}

/** Planned and disbursed of this year's plan, and of the one carried over. */
export const sumsByType = (reading: Reading): (string | null)[] => [
  reading.total.planned,
  reading.total.disbursed,
  reading.byPlanType['carried-over']?.planned ?? null,
  reading.byPlanType['carried-over']?.disbursed ?? null,
];

const HEADER = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];
/** A return of two projects with its date, in million đồng. */
export const datedSheet = (
  name: string,
  date: string,
  spent: number,
  more: Partial<HandSheet> = {},
): HandSheet => ({
  name,
  rows: [
    ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    [`Số liệu đến ngày ${date}`],
    ['ĐVT: triệu đồng'],
    HEADER,
    [1, 'Đường tránh đèo', '7930045', 24_350, spent],
    [2, 'Nhà thi đấu', '7930561', 9_800, 4_410],
  ],
  ...more,
});

/** The options once the finding at `index` is answered with its choice that begins so, after what was answered before. */
export function answerQuestion(
  { findings }: Reading,
  index: number,
  choice: string,
  before: ReadingOptions = {},
): ReadingOptions {
  const finding = findings[index];
  const value = finding?.choices?.find((c) => c.value === choice || c.value.startsWith(`${choice}=`))?.value;
  if (!finding?.asks || value === undefined) throw new Error(`no choice ${choice}`);
  const { code, sheet, cell, asks } = finding;
  return withAnswer(before, { code, sheet, cell, asks, value, reason: null });
}

type Answered = Parameters<typeof optionsOf>[0][number];

/** The options with one more answer, which goes before what was answered earlier. */
export function withAnswer(before: ReadingOptions, answer: Answered): ReadingOptions {
  const given = optionsOf([answer]);
  if (!given) throw new Error(`an answer that doesn't fit: ${answer.value}`);
  return {
    ...before,
    ...given,
    units: [...(given.units ?? []), ...(before.units ?? [])],
    columns: [...(given.columns ?? []), ...(before.columns ?? [])],
    sheets: [...(given.sheets ?? []), ...(before.sheets ?? [])],
    amounts: [...(given.amounts ?? []), ...(before.amounts ?? [])],
    rows: [...(given.rows ?? []), ...(before.rows ?? [])],
    accepted: [...(given.accepted ?? []), ...(before.accepted ?? [])],
  };
}

/** Meanings that two columns of one table share though they feed the same figure. */
export function exclusiveMeanings({ sheets }: Reading): string[] {
  const exclusive = new Set<string>([...AMOUNT_FIELDS, ...CLEARANCE_FIELDS]);
  return sheets.flatMap(({ columns }) => {
    const said = columns.map(({ meaning }) => meaning).filter((m) => exclusive.has(m.split(':')[0] ?? ''));
    return said.filter((meaning, i) => said.indexOf(meaning) !== i);
  });
}

/** Reads a table of a plan and columns of payments under these captions, in triệu: a row for each project. */
export function readPayments(
  captions: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
  options: ReadingOptions = {},
): Reading {
  return readTable(
    [
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...captions],
      ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
    ],
    [],
    options,
  );
}

/** What was disbursed of each project, and the two payments that make it. */
export const spent = ({ projects }: Reading): unknown =>
  projects.map(({ disbursed, lines: [line] }) => [disbursed, line?.completed, line?.advance]);

/** The values of the choices of the one question that is asked. */
export function choicesOf(reading: Reading): readonly string[] {
  const [question] = reading.findings.filter(({ severity }) => severity === 'question');
  return (question?.choices ?? []).map(({ value }) => value);
}

/** What a test writes into a cell: text, a number (in its format), a date by its serial, an Excel error, or a formula without a value. */
export type Content =
  | string
  | number
  | { readonly date: number; readonly format?: string }
  | { readonly error: string }
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly saved?: number };

export interface Style {
  readonly bold?: boolean;
  readonly indent?: number;
  readonly format?: string;
}

interface Entry {
  content: Content;
  style: Style;
}

/** Writes a sheet model cell by cell. Rows and columns count from 0. */
export class SheetBuilder {
  private readonly cells = new Map<number, Map<number, Entry>>();
  readonly merges: MergedRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  set(row: number, column: number, content: Content | null, style: Style = {}): void {
    if (content === null || content === '') return;
    const cells = this.cells.get(row) ?? new Map<number, Entry>();
    this.cells.set(row, cells);
    cells.set(column, { content, style });
  }

  get(row: number, column: number): Content | undefined {
    return this.cells.get(row)?.get(column)?.content;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  build(name: string, hidden = false): SheetModel {
    const rows = [...this.cells.entries()]
      .sort(([a], [b]) => a - b)
      .map(([index, cells]) => ({
        index,
        hidden: this.hiddenRows.has(index),
        cells: [...cells.entries()]
          .sort(([a], [b]) => a - b)
          .map(([column, entry]) => cellOf(index, column, entry)),
      }));
    return { name, hidden, rows, merges: this.merges, hiddenColumns: this.hiddenColumns };
  }
}

function cellOf(row: number, column: number, { content, style }: Entry): CellModel {
  const isDate = typeof content === 'object' && 'date' in content;
  const ownFormat = typeof content === 'object' && 'format' in content ? content.format : undefined;
  const format = isDate ? (ownFormat ?? 'dd/mm/yyyy') : (ownFormat ?? style.format);
  return {
    row,
    column,
    value: valueOf(content),
    ...(typeof content === 'object' && 'formula' in content ? { formula: content.formula } : {}),
    ...(isDate ? { isDate: true as const } : {}),
    ...(format === undefined ? {} : { format }),
    ...(style.bold ? { bold: true as const } : {}),
    ...(style.indent === undefined ? {} : { indent: style.indent }),
  };
}

function valueOf(content: Content): CellValue {
  if (typeof content === 'string') return { type: 'text', text: content };
  if (typeof content === 'number') return { type: 'number', number: content };
  if ('date' in content) return { type: 'number', number: content.date };
  if ('number' in content) return { type: 'number', number: content.number };
  if ('error' in content) return { type: 'error', text: content.error };
  return content.saved === undefined ? { type: 'unknown' } : { type: 'number', number: content.saved };
}
