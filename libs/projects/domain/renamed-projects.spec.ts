import fc from 'fast-check';
import {
  likeness,
  renamedProjects,
  saysTheSame,
  type UnknownRow,
  type UnlistedProject,
} from './renamed-projects';

const unlisted = (more: Partial<UnlistedProject>): UnlistedProject => ({
  id: 'known',
  code: null,
  name: 'Cầu Bà Ký và đường hai đầu cầu',
  planned: 24_333_000_000n,
  disbursed: 9_000_000_000n,
  expected: true,
  ...more,
});
const row = (name: string, planned: bigint | null = null, disbursed: bigint | null = null): UnknownRow => ({
  code: null,
  name,
  planned,
  disbursed,
});
const idsFor = (of: UnknownRow, ...known: UnlistedProject[]): string[] =>
  (renamedProjects([of], known)[0] ?? []).map(({ id }) => id);

describe('a new name beside a project that is missing', () => {
  it.each([
    ['Cầu Bà Ký và đường dẫn 2 đầu cầu'],
    ['Cầu Bà Ký'],
    ['CẦU BÀ KÝ + đường 02 đầu cầu'],
    ['Cau Ba Ky va duong hai dau cau'],
  ])('is proposed as that project by its name: %s', (name) => {
    expect(idsFor(row(name), unlisted({}))).toEqual(['known']);
  });

  it('is proposed by the same plan to the đồng, and by the same last figure', () => {
    expect(idsFor(row('Nâng cấp tuyến số 5', 24_333_000_000n), unlisted({}))).toEqual(['known']);
    expect(idsFor(row('Nâng cấp tuyến số 5', null, 9_000_000_000n), unlisted({}))).toEqual(['known']);
    expect(idsFor(row('Nâng cấp tuyến số 5', 24_333_000_001n, 0n), unlisted({ disbursed: 0n }))).toEqual([]);
  });

  it('is not proposed as one with another code, unless money and name agree', () => {
    const coded = { ...row('Cầu Bà Ký và đường dẫn 2 đầu cầu'), code: '7900002' };
    expect(idsFor(coded, unlisted({ code: '7900001' }))).toEqual([]);
    expect(idsFor({ ...coded, planned: 24_333_000_000n }, unlisted({ code: '7900001' }))).toEqual(['known']);
    // Plans name many projects of one amount and of like names; that a code is another tells them apart.
    const others = unlisted({ code: '7900001', expected: false });
    expect(idsFor({ ...coded, planned: 24_333_000_000n }, others)).toEqual([]);
  });

  it('is not proposed as one that nobody misses only because the names resemble each other', () => {
    const other = unlisted({ name: 'Đường GTNT thôn Hai', planned: null, expected: false });
    expect(idsFor(row('Đường GTNT thôn Ba'), other)).toEqual([]);
    expect(idsFor(row('Đường GTNT thôn Hai xã Bình Dương'), other)).toEqual(['known']);
  });

  it('has the likeliest first', () => {
    const near = unlisted({ id: 'near', name: 'Cầu Bà Rén và đường hai đầu cầu', planned: 1n });
    expect(idsFor(row('Cầu Bà Ký, đường 2 đầu cầu', 24_333_000_000n), near, unlisted({}))).toEqual([
      'known',
      'near',
    ]);
  });
});

const NAMES = [
  'Đường nối khu dân cư Đồng Tiến đi cầu Bà Rén',
  'Trường trung học cơ sở Lý Thường Kiệt',
  'Khu tái định cư An Lộc giai đoạn 2',
  'Kênh mương nội đồng xã Phú Sơn',
  'Nhà văn hóa thôn Trung Chánh',
  'Trạm y tế thị trấn Hòa Bình',
] as const;

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/trung học cơ sở/i, 'THCS'],
  [/khu dân cư/i, 'KDC'],
  [/tái định cư/i, 'TĐC'],
  [/nhà văn hóa/i, 'NVH'],
  [/trạm y tế/i, 'TYT'],
  [/giai đoạn 2/i, 'GĐ 2'],
];

/** A name as somebody may write it the next week. */
const renamed = (name: string): fc.Arbitrary<string> => {
  const words = name.split(' ');
  return fc.oneof(
    fc.integer({ min: 1, max: words.length - 1 }).map((at) => words.filter((_, i) => i !== at).join(' ')),
    fc.constantFrom('mới', 'xã Bình Dương', '(hạng mục bổ sung)').map((more) => `${name} ${more}`),
    fc.constant(ABBREVIATED.reduce((text, [long, short]) => text.replace(long, short), name)),
    fc.constant(name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')),
    fc.constant(name.toUpperCase()),
  );
};

describe('any project of a portfolio that is renamed', () => {
  it('is proposed as itself, first, whatever was dropped, added, abbreviated or left without accents', () => {
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray([...NAMES], { minLength: 1 })
          .chain(([first = '', ...others]) =>
            fc.tuple(fc.constant(first), fc.constant(others), renamed(first)),
          ),
        ([name, others, now]) => {
          const known = [name, ...others].map((one) => unlisted({ id: one, name: one }));
          expect(idsFor(row(now), ...known)[0]).toBe(name);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is as like the new name as the new name is like it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a));
        expect(saysTheSame(a, b)).toBe(a === b);
      }),
    );
  });
});
