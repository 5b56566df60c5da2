import fc from 'fast-check';
import { matchKey, officeKey } from '@thongvon/kernel';
import { meantOffices } from './register';

/** An office's subjects, each in full and as it is usually abbreviated. */
const SUBJECTS: readonly (readonly [full: string, ...abbreviated: string[]])[] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['Ban Quản lý dự án', 'BQLDA', 'Ban QLDA', 'BQL dự án', 'Ban QL DA', 'BQL DA', 'Ban quản lí DA'],
  [
    'Ban Quản lý dự án đầu tư xây dựng',
    ...['BQLDA ĐTXD', 'Ban QLDA ĐT&XD', 'BQLDA ĐT-XD', 'Ban QLDA đầu tư và xây dựng', 'Ban QLDA đầu tư XD'],
  ],
  ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông', 'BQLDA ĐTXDCT giao thông'],
  ['Phòng Kinh tế và Hạ tầng', 'Phòng KT-HT', 'P. KTHT', 'Phòng Kinh tế - Hạ tầng', 'Phòng KT&HT'],
  ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng KT-HT-ĐT', 'Phòng KT, HT&ĐT', 'Phòng Kinh tế - Hạ tầng - ĐT'],
  ['Phòng Tài chính - Kế hoạch', 'Phòng TC-KH', 'P.TCKH', 'Phòng Tài chính và Kế hoạch'],
  ['Phòng Nông nghiệp và Phát triển nông thôn', 'Phòng NN&PTNT', 'P. NNPTNT', 'Phòng NN-PTNT'],
  ['Phòng Tài nguyên và Môi trường', 'Phòng TN&MT', 'Phòng TNMT'],
  ['Phòng Giáo dục và Đào tạo', 'Phòng GD&ĐT', 'P. GD-ĐT'],
  ['Phòng Lao động - Thương binh và Xã hội', 'Phòng LĐ-TB&XH', 'Phòng LĐTBXH'],
  ['Phòng Quản lý đô thị', 'Phòng QLĐT'],
  ['Phòng Kinh tế', 'Phòng Kinh tế'],
  ['Trung tâm Phát triển quỹ đất', 'TT PTQĐ', 'TTPTQĐ', 'TT. Phát triển quỹ đất', 'Trung tâm PTQĐ'],
  ['Kho bạc Nhà nước', 'KBNN'],
];
/** With the place's kind abbreviated too. */
const PLACES: readonly (readonly [full: string, abbreviated: string])[] = [
  ['huyện Thăng Bình', 'H. Thăng Bình'],
  ['xã Bình Dương', 'X. Bình Dương'],
  ['xã Và Nà', 'X Và Nà'],
  ['xã Nà', 'xã Nà'],
  ['phường Tam Kỳ', 'P. Tam Kỳ'],
  ['thị trấn Hà Lam', 'TT Hà Lam'],
  ['thị xã Điện Bàn', 'TX. Điện Bàn'],
  ['thành phố Hội An', 'TP. Hội An'],
  ['quận Liên Chiểu', 'Q. Liên Chiểu'],
  ['tỉnh Quảng Nam', 'T. Quảng Nam'],
  ['- Đô thị', 'Đô thị'],
  ['Bắc', 'Bắc'],
  ['Nam', 'nam'],
];
/** Of the demo, the test fixtures and the made-up districts of the returns. */
const OFFICES = [
  ...['UBND huyện Thăng Bình', 'Ban Quản lý dự án - Đô thị', 'UBND xã Bình Dương', 'UBND xã Bình Đào'],
  ...['UBND huyện Thử', 'Ban QLDA Thử', 'UBND xã Thử', 'Phòng Kinh tế', 'UBND xã', 'UBND huyện'],
  ...['Ban QLDA Bắc', 'Ban QLDA Nam', 'Ban QLDA Tây', 'Đội dự án Bắc 1', 'Ban QLDA', 'UBND xã Bình Thử'],
  ...['UBND xã Bình Thử Đông', 'UBND xã Bình Chánh', 'UBND xã Bình Phú', 'UBND xã A', 'UBND xã B'],
  ...['UBND thị trấn Hà Lam', 'Phòng Kinh tế và Hạ tầng', 'Phòng Tài nguyên và Môi trường', 'UBND xã C'],
  ...['Phòng Giáo dục và Đào tạo', 'Phòng Kinh tế hạ tầng đô thị', 'Phòng Tài chính - Kế hoạch'],
  ...['Ban QLDA đô thị', 'Ban QLDA nông nghiệp', 'Ban QLDA giao thông', 'Ban QLDA dân dụng'].slice(1),
  ...['Ban QLDA ĐTXD số 2', 'Ban QLDA ĐTXD huyện Tân Thạnh', 'Ban QLDA tỉnh', 'Ban QLDA huyện'],
];

const cased = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => ` “${text.replaceAll(' ', '  ')}” `,
);
const subjects = fc.constantFrom(...SUBJECTS);
const places = fc.constantFrom(...PLACES);

describe('the key of an office', () => {
  it('is the same in full and abbreviated, in whatever case and marks', () => {
    fc.assert(
      fc.property(subjects, places, fc.nat(), fc.boolean(), cased, (subject, place, n, short, change) => {
        const [full, ...abbreviated] = subject;
        const written = `${abbreviated[n % abbreviated.length] ?? full} ${place[short ? 1 : 0]}`;
        expect([written, officeKey(change(written))]).toEqual([written, officeKey(`${full} ${place[0]}`)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('of itself is itself, of any text', () => {
    const parts = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom(...SUBJECTS.flat().flatMap((text) => text.split(' '))),
      fc.constantFrom(
        ...PLACES.flat().flatMap((text) => text.split(' ')),
        'và',
        'QL',
        'đa',
        'KT',
        'ĐT',
        'VH',
      ),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (texts) => {
        const key = officeKey(texts.join(' '));
        expect([texts, officeKey(key)]).toEqual([texts, key]);
        expect(matchKey(key)).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });

  it('tells different offices apart', () => {
    const all = SUBJECTS.flatMap(([full]) => PLACES.map(([place]) => `${full} ${place}`));
    for (const names of [all, OFFICES]) expect(new Set(names.map(officeKey)).size).toBe(names.length);
  });
});

describe('the office that words mean', () => {
  const office = (name: string, inScope = true) => ({ id: name, name, inScope });
  const meant = (name: string, ...offices: ReturnType<typeof office>[]) =>
    meantOffices([name], offices).get(matchKey(name));

  it('is the one in scope that fits, however it is written', () => {
    const board = office('Ban Quản lý dự án Đầu tư xây dựng huyện Thăng Bình');
    expect(meant('BQLDA ĐTXD huyện Thăng Bình', board, office('UBND huyện Thăng Bình'))).toEqual({
      type: 'ours',
      id: board.id,
    });
    expect(meant('BQLDA ĐTXD huyện Quế Sơn', board)).toBeUndefined();
    expect(meant('BQLDA ĐTXD huyện', board)).toBeUndefined();
  });

  it('is nobody where several fit, unless one has just that name', () => {
    const [first, second] = [office('Phòng Kinh tế - Hạ tầng'), office('Phòng Kinh tế và Hạ tầng')];
    expect(meant('Phòng KT-HT', first, second)).toBeUndefined();
    expect(meant('phòng kinh tế hạ tầng', first, second)).toEqual({ type: 'ours', id: first.id });
  });

  it('is elsewhere only where none in scope fits', () => {
    const [ours, theirs] = [office('Phòng Kinh tế - Hạ tầng'), office('Phòng Kinh tế và Hạ tầng', false)];
    expect(meant('Phòng KT-HT', ours, theirs)).toEqual({ type: 'ours', id: ours.id });
    expect(meant('Phòng KT-HT', theirs)).toEqual({ type: 'elsewhere' });
  });
});
