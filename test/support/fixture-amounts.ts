import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decimalFromDouble, sumDong, toDong, type AmountUnit, type Dong } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';

/** What a workbook of the fixtures holds, as the program that wrote it has noted next to it; nothing of the system's. */
interface Book {
  readonly total: { readonly planned: string; readonly disbursed?: string };
  readonly projects?: readonly {
    readonly code: string;
    readonly planned: string;
    readonly disbursed: string;
  }[];
  readonly allocations?: readonly { readonly code: string; readonly planned: string }[];
}

/** Whole đồng by the project's code. */
export type Amounts = ReadonlyMap<string, Dong>;

export async function bookOf(file: string): Promise<Book> {
  const written = path.resolve(__dirname, `../fixtures/returns/${file}.expected.json`);
  return JSON.parse(await readFile(written, 'utf8')) as Book;
}

/** Disbursed, or of a plan the sum of its sources. A later workbook's project takes the place of an earlier one's. */
export async function amountsOf(files: readonly string[]): Promise<Amounts> {
  const all = new Map<string, Dong>();
  for (const file of files) {
    const { projects = [], allocations = [] } = await bookOf(file);
    const own = new Map<string, Dong>();
    for (const { code, planned } of allocations) own.set(code, (own.get(code) ?? 0n) + BigInt(planned));
    for (const { code, disbursed } of projects) own.set(code, BigInt(disbursed));
    for (const [code, amount] of own) all.set(code, amount);
  }
  return all;
}

/** Null: there is none. */
export const totalOf = (amounts: Amounts): string | null =>
  sumDong([...amounts.values()])?.toString() ?? null;

const NO_PROJECTS = { new: 0, missing: 0, fell: 0, unchanged: 0, grew: 0, 'not-reported': 0 };
export type ProjectState = keyof typeof NO_PROJECTS;

/** What becomes of the projects that a workbook names, against what was there before it. */
export function statesOf(says: Amounts, earlier: Amounts): Readonly<Record<ProjectState, number>> {
  const counts = { ...NO_PROJECTS };
  for (const [code, amount] of says) {
    const past = earlier.get(code);
    counts[past === undefined ? 'new' : amount < past ? 'fell' : amount > past ? 'grew' : 'unchanged'] += 1;
  }
  return counts;
}

/** Whole đồng as text of what stands in a cell; throws where no number does. */
export function amountAt(book: WorkbookModel, sheet: string, cell: string, unit: AmountUnit): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const found = book.sheets
    .find(({ name }) => name === sheet)
    ?.rows.find(({ index }) => index === Number(row) - 1)
    ?.cells.find((candidate) => candidate.column === column)?.value;
  const text = found?.type === 'text' ? found.text.replaceAll('.', '').replace('-', '0') : undefined;
  const number = found?.type === 'number' ? found.number : Number(text);
  const decimal = decimalFromDouble(number);
  if (!decimal) throw new Error(`no amount at ${sheet}!${cell}`);
  return toDong(decimal, unit).value.toString();
}
