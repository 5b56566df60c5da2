import { complaints, type Content, readSheets, readTable, TITLE } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
const returned = (disbursed: Content) =>
  readTable([HEAD, [1, 'Đường A', 9000, 4000], [2, 'Cầu B', 8000, disbursed]]);

describe('an amount of a line', () => {
  it.each<[string, Content, string]>([
    ['less than nothing', -250, 'RET-AMOUNT-NEGATIVE'],
    ['a word', 'đang rà soát', 'RET-AMOUNT-NOT-A-NUMBER'],
    ['a number in two ways', '1.250', 'RET-AMOUNT-AMBIGUOUS'],
  ])('that is %s stops the return at its cell', (_what, disbursed, code) => {
    expect(complaints(returned(disbursed))).toEqual([`${code} D6`]);
  });

  it('that is a number in two ways is none until a person says which, and each choice is obeyed', () => {
    const reading = returned('1.250');
    expect(reading.projects[1]?.disbursed).toBeNull();
    expect(reading.findings[0]?.choices?.map(({ value, label }) => [value, label])).toEqual([
      ['decimal-comma', '1.250.000.000 đồng'],
      ['decimal-dot', '1.250.000 đồng'],
    ]);
  });

  it('that is merged over two projects is given to neither', () => {
    const rows = [HEAD, [1, 'Đường A', 9000, 4000], [2, 'Cầu B', 8000, null]];
    const merged = readSheets([{ name: 'GN', rows: [...TITLE, ...rows], merges: ['D5:D6'] }]);
    expect(complaints(merged)).toContain('RET-AMOUNT-AMBIGUOUS D5');
  });

  it.each<[string, number]>([
    ['0%', 0.31],
    ['0.00%', 1.25],
    ['#,##0.0 %', 4000],
  ])('that is a share, in the format %s, is none', (format, number) => {
    const reading = returned({ number, format });
    expect(complaints(reading)).toEqual(['RET-AMOUNT-NOT-A-NUMBER D6']);
    expect(reading.projects[1]?.disbursed).toBeNull();
    expect(complaints(returned({ number: 0, format }))).toEqual([]);
  });
});
