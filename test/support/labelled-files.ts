import type { WeekDigestView } from '@thongvon/api-contract';
import type { NewMail } from '@thongvon/platform';
import type { SheetModel } from '@thongvon/workbook-io';
import type { Add } from './labelled-answers';

/** The letter's text and page, whose amounts are in tỷ with three decimals. */
export function addLetter(add: Add, { text, html, subject }: NewMail, digest: WeekDigestView): void {
  const plain = html.replace(/<[^>]+>/g, '').replace(/&nbsp;/g, ' ');
  for (const [place, words] of [
    ['letter', text],
    ["letter's page", plain],
  ] as const) {
    const fraction = /([\d.]+,\d{3})\/([\d.]+,\d{3})/.exec(words);
    add('disbursed in tỷ', fraction?.[1], place);
    add('planned in tỷ', fraction?.[2], place);
    add('held in tỷ', /([\d.]+,\d{3}) tỷ\s+kẹt ở/.exec(words)?.[1], place);
    add('blocked projects', /kẹt ở (\d+) dự án/.exec(words)?.[1], place);
    add('change in tỷ', /(?:Tuần này|ngày\)) ([+−][\d.]+,\d{3}) tỷ/.exec(words)?.[1], place);
    add('due by now', /phải đạt ([\d,]+) %/.exec(words)?.[1]?.replace(',', '.'), place);
  }
  add('rate', /(\d+,\d\d) %/.exec(subject)?.[1]?.replace(',', '.'), 'subject');
  add('change in tỷ', /, ([+−][\d.]+,\d{3}) tỷ/.exec(subject)?.[1], 'subject');
  add('to decide', /(\d+) việc cần quyết/.exec(subject)?.[1], 'subject');
  add('to decide', digest.decisions.length, "leader's page");
  add('due by now', digest.expected, "leader's page");
  add('planned in tỷ', inBillions(digest.planned), "leader's page");
  add('disbursed in tỷ', inBillions(digest.disbursed), "leader's page");
  add('held in tỷ', inBillions(digest.held), "leader's page");
  const change = inBillions(digest.change);
  add('change in tỷ', change === null ? null : `+${change}`, "leader's page");
}

/** Half up to three decimals of a tỷ, of an amount that isn't negative. */
function inBillions(dong: string | null): string | null {
  if (dong === null) return null;
  const thousandths = (BigInt(dong) + 500_000n) / 1_000_000n;
  const [whole, rest] = [thousandths / 1000n, thousandths % 1000n];
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, '.')},${rest.toString().padStart(3, '0')}`;
}

type Cells = ReadonlyMap<string, string | number | null>;

/** The rows below the one that begins with `head`, by the titles of their columns. */
function tableOf(sheet: SheetModel | undefined, head: string): Cells[] {
  const rows = (sheet?.rows ?? []).map(
    ({ cells }) => new Map(cells.map(({ column, value }) => [column, valueOf(value)])),
  );
  const start = rows.findIndex((row) => row.get(0) === head);
  const titles = rows[start];
  if (!titles) throw new Error(`no table ${head}`);
  return rows
    .slice(start + 1)
    .map((row) => new Map([...titles].map(([column, title]) => [String(title), row.get(column) ?? null])));
}

function valueOf(value: SheetModel['rows'][number]['cells'][number]['value']): string | number | null {
  if (value.type === 'number') return value.number;
  return value.type === 'text' && value.text !== '' ? value.text : null;
}

/** A share of a cell, whose format shows percent. */
const percentIn = (cell: string | number | null | undefined): string | null =>
  typeof cell === 'number' ? (Math.round(cell * 10_000) / 100).toFixed(2) : null;

/** The numbers of the exported table, in whole đồng; `days` are those of its change. */
export function addExport(add: Add, sheet: SheetModel | undefined, days: number | null): void {
  const change = days === null ? 'Tăng so với số liệu trước' : `Tăng trong ${days} ngày`;
  const [sum, ...rows] = tableOf(sheet, 'Dự án');
  const amounts = (row: Cells | undefined, of: string): void => {
    add(`${of}planned`, row?.get('Kế hoạch vốn'), 'export');
    add(`${of}disbursed`, row?.get('Lũy kế giải ngân'), 'export');
    add(`${of}remaining`, row?.get('Còn phải giải ngân'), 'export');
    add(`${of}change`, row?.get(change), 'export');
    add(`${of}shortfall`, row?.get('Dự kiến không giải ngân hết đến 31/01'), 'export');
    add(`${of}rate`, percentIn(row?.get('Tỷ lệ giải ngân')), 'export');
  };
  amounts(sum, '');
  for (const row of rows) amounts(row, `project ${row.get('Mã dự án')}: `);
}

/** The numbers of the workbook that comes with the letter. */
export function addAttachment(add: Add, sheets: readonly SheetModel[]): void {
  const named = (name: string) => sheets.find((sheet) => sheet.name === name);
  const amounts = (row: Cells | undefined, of: string, place: string): void => {
    add(`${of}planned`, row?.get('Kế hoạch năm'), place);
    add(`${of}disbursed`, row?.get('Đã giải ngân'), place);
    add(`${of}remaining`, row?.get('Còn lại'), place);
    add(`${of}change`, row?.get('Tuần này'), place);
    add(`${of}rate`, percentIn(row?.get('Tỷ lệ')), place);
  };
  amounts(tableOf(named('Tổng hợp'), 'Tuần chốt').at(-1), '', 'attachment, weeks');
  for (const row of tableOf(named('Dự án'), 'Dự án'))
    amounts(row, `project ${row.get('Mã dự án')}: `, 'attachment, projects');
  const blockers = tableOf(named('Vướng mắc'), 'Dự án');
  add(
    'overdue blockers',
    blockers.filter((row) => Number(row.get('Số ngày quá hạn') ?? 0) > 0).length,
    'attachment',
  );
}
