import fc from 'fast-check';
import { unstorableFields } from './request-limits';

describe('text that the database can not hold', () => {
  it.each([
    ['NUL', { contractors: ['a', 'b\0c'] }, ['contractors.1']],
    ['the first half of a pair', { name: 'a\ud83d' }, ['name']],
    ['the second half', { name: '\ude00' }, ['name']],
    ['a name of a field', { outer: { 'a\0': 1 } }, ['outer']],
    ['a query', 'a\0', ['']],
  ])('is found: %s', (_, value, fields) => {
    expect(unstorableFields(value, 20)).toEqual(fields);
  });

  it('is not found in anything else, and not more often than asked for', () => {
    const storable = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), storable, (value, text) => {
        expect(unstorableFields([text], 20)).toEqual([]);
        if (!JSON.stringify(value).includes('\\u0000')) expect(unstorableFields(value, 20)).toEqual([]);
      }),
    );
    expect(
      unstorableFields(
        Array.from({ length: 1000 }, () => '\0'),
        3,
      ),
    ).toHaveLength(3);
  });
});
