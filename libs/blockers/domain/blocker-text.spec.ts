import fc from 'fast-check';
import { matchBlockers as match, textKey, type KnownBlocker } from './reported-texts';

const open = (id: string, ...texts: string[]): KnownBlocker => ({ id, texts, open: true, segmentId: null });
const closed = (id: string, ...texts: string[]): KnownBlocker => ({
  id,
  texts,
  open: false,
  segmentId: null,
});
const matchBlockers = (texts: readonly string[], known: readonly KnownBlocker[]): (string | undefined)[] =>
  match(
    texts.map((text) => ({ text, segmentId: null })),
    known,
  ).map((blocker) => blocker?.id);
const REFUSED = '04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung';

describe('which blocker a text names', () => {
  it('is the same for the same words, however they are accented, spaced or punctuated', () => {
    expect(textKey('04 HỘ không nhận  tiền;')).toBe(textKey('4 hộ không nhận tiền'));
    expect(
      matchBlockers(['4 hộ KHÔNG nhận tiền - không phối hợp kiểm đếm bổ sung.'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is the same when only the numbers have changed', () => {
    expect(
      matchBlockers(['02 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is the same when most words are', () => {
    expect(
      matchBlockers(['Còn 02 hộ không nhận tiền và không phối hợp kiểm đếm'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is another when the words are others', () => {
    expect(matchBlockers(['Chưa di dời đường điện 22kV'], [open('a', REFUSED)])).toEqual([undefined]);
  });

  it('is a closed one only by the very same words', () => {
    const gone = closed('a', REFUSED);
    expect(matchBlockers([REFUSED], [gone])).toEqual(['a']);
    expect(matchBlockers(['Còn 02 hộ không nhận tiền và không phối hợp kiểm đếm'], [gone])).toEqual([
      undefined,
    ]);
  });

  it('is distinguished by number where two differ in nothing else', () => {
    const known = [open('a', 'Vướng 04 hộ thôn 1'), open('b', 'Vướng 07 hộ thôn 2')];
    expect(matchBlockers(['Vướng 7 hộ thôn 2', 'Vướng 3 hộ thôn 1'], known)).toEqual(['b', 'a']);
  });

  it('is none of another segment, and may be one that nobody has placed', () => {
    const [here, there, somewhere] = [
      { ...open('a', REFUSED), segmentId: '1' },
      { ...open('b', REFUSED), segmentId: '2' },
      open('c', REFUSED),
    ];
    expect(match([{ text: REFUSED, segmentId: '2' }], [here, there])).toEqual([there]);
    expect(match([{ text: REFUSED, segmentId: '3' }], [here, there])).toEqual([undefined]);
    expect(match([{ text: REFUSED, segmentId: '3' }], [here, somewhere])).toEqual([somewhere]);
  });

  it('names no blocker twice, and finds each text among itself', () => {
    const words = fc.array(fc.constantFrom('hộ', 'đất', 'giá', 'mộ', 'điện', '4', '12'), {
      minLength: 1,
      maxLength: 6,
    });
    const texts = fc.uniqueArray(
      words.map((all) => all.join(' ')),
      { minLength: 1, maxLength: 5, selector: textKey },
    );
    fc.assert(
      fc.property(texts, (given) => {
        const known = given.map((text, index) => open(`${index}`, text));
        expect(matchBlockers(given, known)).toEqual(known.map(({ id }) => id));
        const others = matchBlockers(given, known.slice(0, 2)).filter((id) => id !== undefined);
        expect(new Set(others).size).toBe(others.length);
      }),
    );
  });
});
