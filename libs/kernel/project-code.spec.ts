import fc from 'fast-check';
import { projectCode } from './written-keys';

const SPACES = [' ', '\u00a0', '\u2009', '\u200b', '\t', '\u3000', '\ufeff'];
const DASHES = ['-', '‐', '‑', '–', '—', '−', '－', '﹣'];
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  A: ['А', 'Α', 'Ａ', 'a'],
  B: ['В', 'Β', 'Ｂ', 'b'],
  C: ['С', 'с', 'Ｃ'],
  D: ['Ｄ', 'd'],
  H: ['Н', 'Η', 'h'],
  P: ['Р', 'р', 'Ρ'],
  R: ['Ｒ', 'r'],
  T: ['Т', 'Τ', 'т'],
  X: ['Х', 'Χ', 'х'],
  Đ: ['đ', 'Ð', 'Ɖ'],
};
const full = (digit: string): string => String.fromCodePoint(0xff10 + Number(digit));

describe('the one form of a project code', () => {
  const canonical = fc
    .array(fc.constantFrom(...Array.from('0123456789-'), ...Object.keys(ALIKE)), {
      minLength: 1,
      maxLength: 14,
    })
    .map((letters) => letters.join(''));

  /** A way of typing it. */
  const typed = (code: string) =>
    fc
      .tuple(
        fc.constantFrom('', "'", '’'),
        ...Array.from(code, (letter) =>
          fc.tuple(
            fc.constantFrom('', ...SPACES),
            /\d/.test(letter)
              ? fc.constantFrom(letter, full(letter))
              : fc.constantFrom(letter, ...(letter === '-' ? DASHES : (ALIKE[letter] ?? []))),
            fc.constantFrom('', ...SPACES),
          ),
        ),
      )
      .map(([quote, ...letters]) => quote + letters.flat().join(''));

  it('is the same however the code is typed, and stays as it is', () => {
    const way = canonical.chain((code) => fc.tuple(fc.constant(code), typed(code)));
    fc.assert(
      fc.property(way, ([code, text]) => {
        expect(projectCode(text)).toBe(code);
        expect(projectCode(projectCode(text))).toBe(code);
      }),
    );
  });

  it('never makes one of two codes that differ in a digit or a letter', () => {
    fc.assert(
      fc.property(canonical, canonical, (one, other) => {
        expect(projectCode(one) === projectCode(other)).toBe(one === other);
      }),
    );
  });
});
