import { cleanText, groupBy, isShortened, officeKey, unaccent } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import type { SurveyedSheet, SurveyedTable } from '../header/tables';
import type { OfficesKnown, ReadingOptions } from '../model/options';
import { isFilled } from '../sheet/grid';

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

/** A people's committee or council of a place: "UBND xã Bình Dương", "HĐND - UBND huyện Thăng Bình". */
const COMMITTEE =
  /^(?:(?:uy ban nhan dan|hoi dong nhan dan) )+(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) (\S.*)$/;
/** The place above is often named after a place: "xã Bình Dương, huyện Thăng Bình". */
const PLACE_ABOVE = / (?:huyen|quan|thi xa|thanh pho|tinh) .*$/;
/** No commune's or district's name is longer; what is longer is a sentence. */
const WORDS_OF_A_PLACE = 4;

const COMMUNES = ['xa', 'phuong', 'thi tran', 'dac khu'];
const DISTRICTS = ['huyen', 'quan', 'thi xa'];

interface Committee {
  /** Places of one level only can be compared; of cities a name doesn't say it. */
  readonly level: 'commune' | 'district' | undefined;
  readonly kind: string;
  readonly place: string;
  readonly above: string;
}

function committeeOf(key: string): Committee | undefined {
  const [, kind, named] = COMMITTEE.exec(key) ?? [];
  if (kind === undefined || named === undefined) return undefined;
  const place = named.replace(PLACE_ABOVE, '');
  const level = COMMUNES.includes(kind) ? 'commune' : DISTRICTS.includes(kind) ? 'district' : undefined;
  return { level, kind, place, above: named.slice(place.length).trim() };
}

/** Council and committee of one place send as one. */
const asCommittee = (key: string): string =>
  key.replace(/^(?:(?:uy ban nhan dan|hoi dong nhan dan) )+/, 'uy ban nhan dan ');

/** Which office words are: the sender's, another one, or nobody that is known. */
type OfficeNamed = 'own' | 'other' | 'unknown';

/**
 * Says of words what office they name. Only what is positively another office is `other`: one that is registered, or the
 * committee of another place of the sender's level. What may be the sender's own name, shortened or with more, is not.
 */
function officesIn({ own, others }: OfficesKnown): (words: string) => OfficeNamed {
  const ownKey = asCommittee(officeKey(own));
  const registered = new Set(others.map((name) => asCommittee(officeKey(name))));
  registered.delete(ownKey);
  const ours = committeeOf(ownKey);
  return (words) => {
    const key = asCommittee(officeKey(words));
    if (key === ownKey) return 'own';
    // The Treasury's statements are sent by the finance office.
    if (key.startsWith('kho bac ')) return 'unknown';
    const named = committeeOf(key);
    if (!named) {
      if (` ${key} `.includes(` ${ownKey} `)) return 'own';
      return registered.has(key) && !isShortened(key, ownKey) ? 'other' : 'unknown';
    }
    const isSamePlace = ours?.level === named.level && ours?.place === named.place;
    if (isSamePlace && ours.kind === named.kind && !(ours.above !== '' && named.above !== '')) return 'own';
    if (registered.has(key)) return 'other';
    const isOther =
      named.level !== undefined && ours?.level === named.level && !isLonger(named.place, ours.place);
    return isOther && named.place.split(' ').length <= WORDS_OF_A_PLACE ? 'other' : 'unknown';
  };
}

/** One place's name with more words after it: another place, or a remark. */
const isLonger = (one: string, other: string): boolean =>
  `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);
