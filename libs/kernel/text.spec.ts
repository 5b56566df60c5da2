import fc from 'fast-check';
import { cleanText, matchKey, unaccent } from './text';

/** The rules as one would write them down, without regard to speed. */
const plainly = {
  cleanText: (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g, ' ')
      .trim(),
  unaccent: (text: string) =>
    plainly
      .cleanText(text)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .toLowerCase(),
  matchKey: (text: string) =>
    plainly
      .unaccent(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
};

const letters = fc.oneof(
  fc.constantFrom(...Array.from(' \u00a0\u200b.,-()Đđ²ÂăỨợñßΣςİ\u0301\u0323\0ﬁ中')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.integer({ min: 0, max: 0x1fff }).map((code) => String.fromCharCode(code)),
);
const texts = fc.array(letters, { maxLength: 20 }).map((parts) => parts.join(''));

describe('text of people', () => {
  it('is cleaned of odd spaces and composed', () => {
    expect(cleanText(' Đươ\u0300ng\u00a0\u200b Đông  Sơn\n')).toBe('Đường Đông Sơn');
  });

  it('is searched without accents, and matched by its words alone', () => {
    expect(unaccent('Đường  ĐÔNG Sơn (đợt 2)')).toBe('duong dong son (dot 2)');
    expect(matchKey(' Đường "Đông Sơn" – đợt 2. ')).toBe('duong dong son dot 2');
    expect(matchKey('...')).toBe('');
  });

  it.each(['cleanText', 'unaccent', 'matchKey'] as const)('%s is what its rule says of any text', (name) => {
    const ours = { cleanText, unaccent, matchKey }[name];
    fc.assert(
      fc.property(texts, (text) => expect(ours(text)).toBe(plainly[name](text))),
      { numRuns: 2000 },
    );
  });

  it('is folded as its rule says for every single character', () => {
    const around = Array.from({ length: 0x3000 }, (_, code) => `a${String.fromCharCode(code)}b`);
    expect(around.map(matchKey)).toEqual(around.map(plainly.matchKey));
    expect(around.map(unaccent)).toEqual(around.map(plainly.unaccent));
  });
});
