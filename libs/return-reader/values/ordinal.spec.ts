import { readOrdinal, splitOrdinal } from './ordinal';

describe('an ordinal (STT)', () => {
  it.each([
    ['A', 'upper', 1],
    ['B.', 'upper', 2],
    ['I', 'roman', 1],
    ['IV', 'roman', 4],
    ['XIX', 'roman', 19],
    ['7', 'integer', 7],
    ['1.1', 'dotted-2', 1],
    ['1,2', 'dotted-2', 2],
    ['1.1.3.', 'dotted-3', 3],
    ['a)', 'lower', 1],
    ['ii', 'lower-roman', 2],
    ['i)', 'lower-roman', 1],
    ['v', 'lower-roman', 5],
    ['a.2', 'dotted-2', 2],
    ['(2)', 'parenthesis', 2],
    ['-', 'bullet', 0],
    ['*', 'bullet', 0],
  ])('%s', (text, kind, position) => expect(readOrdinal(text)).toEqual({ class: kind, position }));

  it('takes "I" for the letter after H, and for the numeral otherwise', () => {
    expect(readOrdinal('I', { class: 'upper', position: 8 })?.class).toBe('upper');
    expect(readOrdinal('I', { class: 'integer', position: 4 })?.class).toBe('roman');
  });

  it('takes "i" for the letter after h, and for the small numeral otherwise', () => {
    expect(readOrdinal('i', undefined, { class: 'lower', position: 8 })?.class).toBe('lower');
    expect(readOrdinal('i', undefined, { class: 'lower', position: 1 })?.class).toBe('lower-roman');
  });

  it.each(['TỔNG CỘNG', 'Giao thông', '', 'QL14E'])('is none: %j', (text) =>
    expect(readOrdinal(text)).toBeUndefined(),
  );

  it.each([
    ['A. NGUỒN NGÂN SÁCH TỈNH', 'A', 'NGUỒN NGÂN SÁCH TỈNH'],
    ['- Cầu Ba', '-', 'Cầu Ba'],
    ['1.2. Đường A', '1.2', 'Đường A'],
  ])('can stand before a label: %s', (text, ordinal, label) =>
    expect(splitOrdinal(text)).toEqual({ ordinal, label }),
  );

  it('is not cut off a name that only begins like one', () => {
    for (const name of ['Cầu I - Tây Giang', 'Đường ĐH5', 'Trường THCS'])
      expect(splitOrdinal(name)).toBeUndefined();
  });
});
