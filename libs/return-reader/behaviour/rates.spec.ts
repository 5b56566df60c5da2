import { readTable } from '../testing/read-sheet';

describe('a rate that another one comes to', () => {
  it('is quoted as its cell shows it', () => {
    const { findings } = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tỷ lệ %'],
      [1, 'Đường A', 1000, 525, 99.9],
      [2, 'Đường B', 1000, 525, 52.5],
    ]);
    expect(findings).toMatchObject([
      { code: 'RET-RATE-DIFFERS', cell: 'E5', value: '99.9', message: expect.any(String) },
    ]);
    expect(findings[0]?.message).toContain('Ô E5 ghi tỷ lệ 99,9, tính lại được 52,5');
  });
});
