import { plainDate } from '@thongvon/kernel';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import type { WorkbookModel } from '@thongvon/workbook-io';
import { type Answer, toAnswer } from './answer';
import { NO_PROFILE, type OfficeProfile, readingOptionsOf, remember } from './office-profile';

type Content = string | number | null;

function workbook(rows: readonly (readonly Content[])[]): WorkbookModel {
  const cellOf = (
    content: Content,
    row: number,
    column: number,
  ): WorkbookModel['sheets'][number]['rows'][number]['cells'] => {
    if (content === null) return [];
    const value =
      typeof content === 'number'
        ? ({ type: 'number', number: content } as const)
        : ({ type: 'text', text: content } as const);
    return [{ row, column, value }];
  };
  const sheet = {
    name: 'GN',
    hidden: false,
    merges: [],
    hiddenColumns: new Set<number>(),
    rows: rows.map((cells, index) => ({
      index,
      hidden: false,
      cells: cells.flatMap((content, column) => cellOf(content, index, column)),
    })),
  };
  return { date1904: false, sheets: [sheet] };
}

const REQUESTED = { requestedKind: null, requestedCoverage: null, mapping: [] } as const;

/** Reads a return of an office as the worker does. */
function read(
  rows: readonly (readonly Content[])[],
  profile: OfficeProfile,
  answers: readonly Answer[] = [],
): Reading {
  return readWorkbook(
    workbook(rows),
    readingOptionsOf({ ...REQUESTED, answers }, profile, undefined, plainDate('2023-07-01')),
  );
}

const asked = (reading: Reading): string[] =>
  reading.findings.flatMap(({ code, severity }) => (severity === 'question' ? [code] : []));

/** Answers the one question of a return, and keeps the answer as the office's. */
function answered(reading: Reading, value: string): OfficeProfile {
  const question = reading.findings.find(({ severity }) => severity === 'question');
  if (!question) throw new Error('nothing is asked');
  const { code, sheet, cell } = question;
  const answer = toAnswer(question, { code, sheet, cell, asked: null, value, reason: null }, reading);
  if (!answer) throw new Error('the answer does not fit');
  return remember(NO_PROFILE, [answer], []);
}

const table = (
  captions: readonly [string, string],
  { date = 'Số liệu đến ngày 21/6/2023', unit = 'ĐVT: triệu đồng' } = {},
): Content[][] => [
  ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
  [date],
  [unit],
  ['STT', 'Tên dự án', ...captions, 'Giải ngân'],
  [1, 'Đường tránh đèo', 24_350, 25_000, 7_500],
  [2, 'Nhà thi đấu', 9_800, 9_000, 4_410],
];

describe('what an office has answered', () => {
  it('about a column is not asked again next month', () => {
    const first = read(table(['KH vốn giao tháng 5', 'KH vốn giao tháng 6']), NO_PROFILE);
    expect(asked(first)).toEqual(['RET-COLUMN-AMBIGUOUS']);
    const next = read(table(['KH vốn giao tháng 6', 'KH vốn giao tháng 7']), answered(first, 'D=planned'));
    expect([asked(next), next.total.planned]).toEqual([[], '34000000000']);
  });

  it('about a column does not follow its letter to another one', () => {
    const first = read(table(['Kế hoạch năm 2023', 'Điều chỉnh']), NO_PROFILE);
    const profile = answered(first, 'D=planned,C=ignored');
    expect(asked(read(table(['Kế hoạch năm 2023', 'Điều chỉnh']), profile))).toEqual([]);
    const moved = read(table(['Điều chỉnh', 'Kế hoạch năm 2023']), profile);
    expect(asked(moved)).toEqual(['RET-COLUMN-AMBIGUOUS']);
  });

  it('about the unit holds only while the table states none', () => {
    const captions = ['Kế hoạch năm 2023', 'Ghi chú'] as const;
    const first = read(table(captions, { unit: '' }), NO_PROFILE);
    expect(asked(first)).toEqual(['RET-UNIT-UNKNOWN']);
    const profile = answered(first, 'million-dong');
    expect(read(table(captions, { unit: '' }), profile).total.planned).toBe('34150000000');
    const stated = read(table(captions, { unit: 'ĐVT: nghìn đồng' }), profile);
    expect(stated.total.planned).toBe('34150000');
  });

  it('about the week tells on which day its weeks end', () => {
    const captions = ['Kế hoạch năm 2023', 'Ghi chú'] as const;
    const first = read(table(captions, { date: 'Báo cáo tuần 24' }), NO_PROFILE);
    expect(asked(first)).toEqual(['RET-DATE-UNKNOWN']);
    const next = read(table(captions, { date: 'Báo cáo tuần 25' }), answered(first, '2023-06-16'));
    expect([asked(next), next.asOf]).toEqual([[], '2023-06-23']);
  });
});
