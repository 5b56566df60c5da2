import fc from 'fast-check';
import type { PersonalMark } from '@thongvon/api-contract';
import { markPersonal, withoutNames } from './without-names';

describe('a text as it may leave the office', () => {
  it.each([
    ['Hộ ông Nguyễn Văn A không nhận tiền', '[không nêu tên] không nhận tiền'],
    ['Bà TRẦN THỊ BÉ khiếu nại', '[không nêu tên] khiếu nại'],
    ['Vận động Lê Thị Hoa và Phạm Văn Cường', 'Vận động [không nêu tên] và [không nêu tên]'],
    ['Liên hệ 0905 123 456 hoặc +84905123456', 'Liên hệ [không nêu tên] hoặc [không nêu tên]'],
    ['CCCD 049123456789', 'CCCD [không nêu tên]'],
    ['CMND 205123456.', 'CMND [không nêu tên].'],
    ['hộ Ông Đặng Quốc Bảo chưa đồng ý', '[không nêu tên] chưa đồng ý'],
    ['Căn cước công dân số: 049 123 456 789', 'Căn cước công dân số: [không nêu tên]'],
    ['số 049.123.456.789 của hộ', 'số [không nêu tên] của hộ'],
    ['cmnd 205 123 456 cấp năm 2012', 'cmnd [không nêu tên] cấp năm 2012'],
    ['gọi (0235) 3 874 123', 'gọi [không nêu tên]'],
    ['ĐT: 3874 123', 'ĐT: [không nêu tên]'],
  ])('names nobody: %s', (text, expected) => {
    expect(withoutNames(text)).toBe(expected);
  });

  it.each([
    '63 hộ chưa thống nhất đơn giá bồi thường đất ở; 12 hộ chưa xác định nguồn gốc đất',
    'Chưa di dời đường điện 22kV và ống cấp nước đoạn Km12+300 - Km14',
    'Đoạn giao với đường Võ Chí Công và đường Nguyễn Văn Trỗi',
    'Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng',
    'Quyết định 9188/QĐ-UBND ngày 19/05/2023, 26.305.629.000 đồng',
    'Hộ đã nhận tiền, ông bà đồng ý bàn giao',
    'UBND xã Bình Phú, Hà Lam',
    'Số tiền 26305629000 đồng',
    'Biên bản ngày 04-12-2023, họp ngày 05.12.2023',
    'Tuyến ĐT 613 đoạn Km0+300 - Km1+800, mã 7928830',
  ])('keeps the rest: %s', (text) => {
    expect(withoutNames(text)).toBe(text);
  });
});

/** What people write around: no digit and no name in it. */
const WORDS = fc.constantFrom(
  '',
  'hộ này',
  'chưa nhận tiền',
  'liên hệ',
  'theo biên bản',
  'đề nghị dời vị trí',
  'đã họp,',
);
const DIGIT = fc.integer({ min: 0, max: 9 });
const digits = (length: number) =>
  fc.array(DIGIT, { minLength: length, maxLength: length }).map((all) => all.join(''));
const SEPARATOR = fc.constantFrom('', ' ', '.', '-');
/** As it is written: in groups of three from the end, with one separator. */
const grouped = (number: string, separator: string) => number.replace(/\B(?=(?:\d{3})+(?!\d))/g, separator);

const PHONES = fc
  .tuple(fc.constantFrom('0', '+84'), fc.constantFrom(9, 10).chain(digits), SEPARATOR)
  .map(([start, rest, separator]) => `${start}${grouped(rest, separator)}`);
const CARDS = fc.oneof(
  fc.constantFrom(9, 12).chain(digits),
  fc.tuple(digits(11), SEPARATOR).map(([rest, separator]) => grouped(`0${rest}`, separator)),
  fc
    .tuple(fc.constantFrom(9, 12).chain(digits), SEPARATOR)
    .map(([number, separator]) => `CCCD ${grouped(number, separator)}`),
);
const NAMES = fc
  .tuple(
    fc.constantFrom('ông', 'Bà', 'hộ ông', 'CHỊ'),
    fc.constantFrom('Nguyễn Văn A', 'Trần Thị Bé', 'Ksor H’Lan'),
  )
  .map((parts) => parts.join(' '));

const around = (personal: fc.Arbitrary<string>) =>
  fc.tuple(WORDS, personal, WORDS).map((parts) => parts.filter((part) => part !== '').join(' '));
const marked = (text: string): (PersonalMark | null)[] =>
  markPersonal(text).flatMap(({ mark }) => (mark === null ? [] : [mark]));

describe('what looks like a person', () => {
  it('is marked in parts that are the text again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), WORDS, PHONES, CARDS, NAMES)), (parts) => {
        const text = parts.join(' ');
        expect(
          markPersonal(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('once taken out, is found no more', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), WORDS, PHONES, CARDS, NAMES)), (parts) => {
        const once = withoutNames(parts.join(' '));
        expect(withoutNames(once)).toBe(once);
      }),
    );
  });

  it('is every telephone number, however it is grouped, and no digit of it is left', () => {
    fc.assert(
      fc.property(around(PHONES), (text) => {
        expect(marked(text)).toEqual(['phone']);
        expect(withoutNames(text)).not.toMatch(/\d/);
      }),
    );
  });

  it('is every identity number, and no digit of it is left', () => {
    fc.assert(
      fc.property(around(CARDS), (text) => {
        expect(marked(text)).toEqual(['identity-number']);
        expect(withoutNames(text)).not.toMatch(/\d/);
      }),
    );
  });

  it('is a name behind a title', () => {
    fc.assert(
      fc.property(around(NAMES), (text) => {
        expect(marked(text)).toEqual(['name']);
        expect(withoutNames(text)).not.toMatch(/Văn|Bé|Lan/);
      }),
    );
  });

  it('is no amount, date, decision, station or count', () => {
    const amount = fc
      .bigInt({ min: 1n, max: 999_999_999_999_999n })
      .map((dong) => grouped(String(dong), '.'));
    const day = fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1990, max: 2099 }),
      )
      .chain(([d, m, y]) =>
        fc
          .constantFrom('/', '-', '.')
          .map((s) => [String(d).padStart(2, '0'), String(m).padStart(2, '0'), String(y)].join(s)),
      );
    const other = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999 }))
      .chain(([n, m]) => fc.constantFrom(`${n}/QĐ-UBND`, `Km${m}+${n}`, `${n} hộ`, `${m},${n} ha`));
    fc.assert(
      fc.property(around(fc.oneof(amount, day, other)), (text) => {
        expect(marked(text)).toEqual([]);
      }),
    );
  });
});
