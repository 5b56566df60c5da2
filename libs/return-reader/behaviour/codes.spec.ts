import { complaints, meanings, readTable, type Rows } from '../testing/read-sheet';

const PROJECTS: Rows = [
  [1, '3025167', 'Ban QLDA huyện', '7904411', 'Đường Nguyễn Trung', 14_200, 9_340],
  [2, '1049921', 'Phòng Kinh tế', '7904586', 'Nâng cấp hồ Cây Khế', 6_750, 1_234],
];

/** A table whose second and fourth column both hold codes of seven digits. */
const withCodes = (second: string, fourth: string): ReturnType<typeof readTable> =>
  readTable([
    ['STT', second, 'Chủ đầu tư', fourth, 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
    ...PROJECTS,
  ]);

describe('the column of the projects’ codes', () => {
  it.each([
    ['Mã CĐT', 'Mã dự án'],
    ['Mã chủ đầu tư', 'Mã'],
    ['Mã đơn vị', 'Mã số'],
    ['Mã KBNN', 'Mã số (7 số)'],
    ['MÃ ĐVQHNS', 'MÃ DỰ ÁN'],
    ['Mã QHNS chủ đầu tư', 'Mã QHNS'],
    ['Mã QHNS', 'Mã QHNS dự án'],
    ['Mã số thuế', 'Mã QHNS'],
  ])('beside “%s” is “%s”', (second, fourth) => {
    const reading = withCodes(second, fourth);
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects.map(({ code }) => code)).toEqual(['7904411', '7904586']);
    expect(meanings(reading)).toMatchObject({ B: 'ignored', D: 'code' });
  });

  it.each([
    ['Mã QHNS', 'Mã số'],
    ['Mã', 'Mã số'],
    ['Mã số QHNS', 'Mã ĐVQHNS'],
  ])('is asked about between “%s” and “%s”, which say too little', (second, fourth) => {
    const reading = withCodes(second, fourth);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS B4']);
    const [question] = reading.findings;
    expect(question).toMatchObject({
      asks: 'column',
      choices: [{ value: 'B=code,D=ignored' }, { value: 'D=code,B=ignored' }],
    });
  });

  it('is the one that a person has named', () => {
    const rows: Rows = [
      ['STT', 'Mã', 'Chủ đầu tư', 'Mã số', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
      ...PROJECTS,
    ];
    const reading = readTable(rows, [], { columns: [{ sheet: 'GN', column: 'D', meaning: 'code' }] });
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects.map(({ code }) => code)).toEqual(['7904411', '7904586']);
  });
});

describe('the column of the projects’ names', () => {
  it.each([
    'Tên dự án / Chủ đầu tư',
    'Dự án / Hạng mục chi phí',
    'Nguồn vốn, dự án',
    'Chủ đầu tư - Tên dự án',
    'Tên công trình (chủ đầu tư)',
  ])('may say more: “%s”', (caption) => {
    const reading = readTable([
      ['STT', 'Mã dự án', caption, 'Kế hoạch vốn năm 2023', 'Giải ngân'],
      [1, '7904411', 'Đường Nguyễn Trung', 14_200, 9_340],
      [2, '7904586', 'Nâng cấp hồ Cây Khế', 6_750, 1_234],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects.map(({ name }) => name)).toEqual(['Đường Nguyễn Trung', 'Nâng cấp hồ Cây Khế']);
  });

  it('is not that of whoever the project belongs to', () => {
    const reading = readTable([
      ['STT', 'Chủ đầu tư dự án', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
      [1, 'UBND xã', 'Đường Nguyễn Trung', 14_200, 9_340],
      [2, 'UBND xã', 'Nâng cấp hồ Cây Khế', 6_750, 1_234],
    ]);
    expect(meanings(reading)).toMatchObject({ B: 'owner', C: 'name' });
  });
});
