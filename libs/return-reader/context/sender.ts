import { cleanText, groupBy, officeKey, unaccent } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import type { SurveyedSheet, SurveyedTable } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import { isFilled } from '../sheet/grid';
import { type OfficeNamed, officesIn } from './office-in-head';

interface Line {
  readonly text: string;
  readonly key: string;
  readonly cell: CellModel;
}

const ROWS_OF_HEAD = 8;
/** "ỦY BAN NHÂN DÂN", "XÃ BÌNH DƯƠNG" stand in two lines, a board's long name in three. */
const LINES_OF_A_NAME = 3;
const OFFICE =
  /^(?:uy ban|hoi dong|ban|phong|trung tam|so|chi cuc|cuc|cong ty|vien|truong|benh vien|van phong|doi|to|cong an|bo|kho bac)\b/;
/** Document numbers, numbers of forms and the national motto stand among the lines of a head. */
const AMONG = /^$|^so(?: \d.*| bc.*)?$|^(?:bieu so|mau so|mau bieu|phu luc)\b|^cong hoa xa hoi|^doc lap\b/;
/** With a title the head ends. */
const TITLE =
  /\b(?:bao cao|bieu|tong hop|tinh hinh|ket qua|tien do|ke hoach|bang|danh muc|giai ngan|thanh toan|boi thuong|giai phong mat bang|von|so lieu|don vi|dvt|theo doi|sao ke|doi chieu|kem theo|(?:ngay|thang|nam) \d+)\b/;
const WITHOUT_PLACE = /^(?:(?:uy ban|hoi dong) nhan dan ?)+$/;
/** "Đơn vị báo cáo: UBND xã Bình Dương". */
const SENDER =
  /^(?:ten )?(?:don vi|co quan)(?: (?:bao cao|lap|lap bao cao|gui|gui bao cao|nop|nop bao cao))?\s*:\s*/;

/**
 * One question where the head of a return positively names another office than the one that sends it. An office's figures
 * under another's head are often the other's file. The line of the office above it is none; nor is what may be its own name.
 */
export function askAboutSender(
  survey: readonly SurveyedSheet[],
  { offices }: ReadingOptions,
  findings: Findings,
): void {
  if (!offices) return;
  const officeOf = officesIn(offices);
  const heads = survey.flatMap(({ grid, tables }) => {
    const [first] = tables;
    const isRead = tables.some(({ kind }) => kind !== undefined);
    return first && isRead ? othersIn(first, officeOf).map((line) => ({ ...line, sheet: grid.name })) : [];
  });
  const [first] = heads;
  if (!first) return;
  const named = [...groupBy(heads, ({ key }) => key).values()].flatMap(([one]) => one?.text ?? []);
  findings.add(
    'office-differs',
    { sheet: first.sheet, cell: first.cell },
    { named: named.join('”, “'), own: offices.own },
  );
}

/** The line of a head that names another office; none where one names the sender. */
function othersIn(table: SurveyedTable, officeOf: (words: string) => OfficeNamed): Line[] {
  const all = withPlaces(leftLines(table));
  const title = all.findIndex(({ key }) => TITLE.test(key) && !OFFICE.test(key));
  const head = title < 0 ? all : all.slice(0, title);
  const labelled = all.flatMap((line) => afterLabel(line));
  // The sender stands last, under the offices above it. What stands under its name is of it, or a part of it.
  const last = head.findLastIndex(({ key }) => OFFICE.test(key));
  const found = [...namesFrom(head, last).slice(head.length - 1 - last), ...labelled];
  const isOwn = [...head.flatMap((_, from) => namesFrom(head, from)), ...labelled].some(
    ({ text }) => officeOf(text) === 'own',
  );
  if (isOwn) return [];
  return found.filter(({ text }) => officeOf(text) === 'other').slice(0, 1);
}

/** What stands first in each row, at the left of the table's middle; a cell's lines one by one. */
function leftLines({ raw }: SurveyedTable): Line[] {
  const columns = raw.header.columns.map(({ column }) => column);
  const middle = (Math.min(...columns) + Math.max(...columns)) / 2;
  return raw.above.slice(0, ROWS_OF_HEAD).flatMap(({ cells }) => {
    const cell = cells.find(isFilled);
    if (cell?.value.type !== 'text' || cell.column > middle) return [];
    return cell.value.text.split(/[\r\n]+/).flatMap((part): Line[] => {
      const text = cleanText(part);
      const key = officeKey(text);
      return AMONG.test(key) ? [] : [{ text, key, cell }];
    });
  });
}

/** "UBND" over "TT Hà Lam" is one name. */
function withPlaces(lines: readonly Line[]): Line[] {
  return lines.reduce<Line[]>((joined, line) => {
    const before = joined.at(-1);
    if (!before || !WITHOUT_PLACE.test(before.key)) return [...joined, line];
    const text = `${before.text} ${line.text}`;
    return [...joined.slice(0, -1), { text, key: officeKey(text), cell: before.cell }];
  }, []);
}

/** What the lines from this one on may name: a name is written in one line or more. */
function namesFrom(head: readonly Line[], from: number): Line[] {
  const first = head[from];
  if (!first) return [];
  const lines = head.slice(from, from + LINES_OF_A_NAME);
  return lines.map((_, last) => {
    const text = lines
      .slice(0, last + 1)
      .map((line) => line.text)
      .join(' ');
    return { text, key: officeKey(text), cell: first.cell };
  });
}

function afterLabel({ text, cell }: Line): Line[] {
  const label = SENDER.exec(unaccent(text))?.[0];
  if (label === undefined) return [];
  const name = text.slice(label.length);
  return [{ text: name, key: officeKey(name), cell }];
}
