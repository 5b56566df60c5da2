import fc from 'fast-check';
import { complaints, readTable } from '../testing/read-sheet';

describe('a heading “Khác”', () => {
  const FIELDS = ['Giao thông', 'Thủy lợi', 'Giáo dục và đào tạo', 'Y tế'];
  const SOURCES = [
    ['Nguồn ngân sách tỉnh', 'provincial-budget'],
    ['Ngân sách huyện', 'district-budget'],
    ['Nguồn thu tiền sử dụng đất', 'land-use-fees'],
  ] as const;
  const ORDINALS = ['I', 'II', 'III', 'IV', 'V'];
  const written = fc.constantFrom('Khác', 'KHÁC', 'Khác:', 'khác');
  /** A table of sections with a project or more each; the source of each project. */
  const sourcesOf = (headings: readonly string[], counts: readonly number[]): string[] => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ...headings.flatMap((heading, at) => [
        [ORDINALS[at] ?? '', heading, null, null],
        ...Array.from({ length: counts[at] ?? 1 }, (_, n) => [
          n + 1,
          `Đường số ${at * 10 + n}`,
          5_000 + at * 10 + n,
          1_000,
        ]),
      ]),
    ]);
    expect(complaints(reading)).toEqual([]);
    return reading.projects.map((project) => project.lines.map(({ source }) => source).join());
  };
  const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 });

  it('names no source among headings of fields', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FIELDS, { minLength: 1 }), written, counts, (fields, other, each) => {
        expect(new Set(sourcesOf([...fields, other], each))).toEqual(new Set(['unspecified']));
      }),
      { numRuns: 40 },
    );
  });

  it('names the others where a heading names a source', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...SOURCES], { minLength: 1 }),
        written,
        counts,
        (named, other, each) => {
          const expected = [...named.map(([, code]) => code), 'other'].flatMap((code, at) =>
            Array.from({ length: each[at] ?? 1 }, () => code),
          );
          expect(sourcesOf([...named.map(([label]) => label), other], each)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is a source by itself where it says so: “Nguồn khác”', () => {
    expect(sourcesOf(['Giao thông', 'Nguồn vốn khác'], [1, 1])).toEqual(['unspecified', 'other']);
  });
});
