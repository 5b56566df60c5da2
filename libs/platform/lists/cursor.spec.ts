import fc from 'fast-check';
import { Problem } from '../problems/problem';
import { decodeCursor, encodeCursor } from './list-page';

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }), (key) => {
        expect(decodeCursor(encodeCursor(key), key.length)).toEqual(key);
      }),
    );
  });

  it.each(['', 'x', 'null', encodeCursor(['one']), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when it is not one of the list: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow(Problem);
    },
  );
});
