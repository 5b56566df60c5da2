import fc from 'fast-check';
import { formatDecimal } from '@thongvon/kernel';
import { readNumberText, type NumberText } from './number-text';

function shown(read: NumberText): string {
  if (read.state === 'number') return formatDecimal(read.value) + (read.unit ? ` ${read.unit}` : '');
  if (read.state !== 'ambiguous') return read.state;
  const { 'decimal-comma': comma, 'decimal-dot': dot } = read.readings;
  return `${formatDecimal(comma.value)} or ${formatDecimal(dot.value)}`;
}

describe('a number typed as text', () => {
  it.each([
    ['1.250.000.000', '1250000000'],
    ['1,250,000', '1250000'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234,567', '1234.567'],
    ['125,5', '125.5'],
    ['12.50', '12.5'],
    ['1234.567', '1234.567'],
    ['0,500', '0.5'],
    ['1 234 567', '1234567'],
    ['1\u00a0234,5', '1234.5'],
    ['800000', '800000'],
    ['(5)', '-5'],
    ['- 5', '-5'],
    ['1.250.000 đ', '1250000 dong'],
    ['12,5 tr', '12.5 million-dong'],
    ['12,5 tỷ đồng', '12.5 billion-dong'],
    // "1.000 đ" at its end is no unit.
    ['51.000.000 đ', '51000000 dong'],
  ])('%s is %s', (text, expected) => expect(shown(readNumberText(text))).toBe(expected));

  it.each([
    ['14.990', '14990 or 14.99'],
    ['223,422', '223.422 or 223422'],
    ['51.000 đ', '51000 dong or 51 dong'],
  ])('%s can be read in two ways: %s', (text, expected) => {
    const read = readNumberText(text);
    expect(read.state).toBe('ambiguous');
    if (read.state !== 'ambiguous') return;
    const both = (['decimal-comma', 'decimal-dot'] as const).map((c) => shown(read.readings[c]));
    expect(both.join(' or ')).toBe(expected);
  });

  it.each([
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['-', 'dash'],
    ['—', 'dash'],
    ['- -', 'dash'],
    ['x', 'not-applicable'],
    ['X', 'not-applicable'],
    ['chưa có', 'not-a-number'],
    ['12.000 và 3.000', 'not-a-number'],
    ['1.23.456', 'not-a-number'],
    ['1.250.', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['21/6/2023', 'not-a-number'],
    ['52,18%', 'not-a-number'],
  ])('%j is %s', (text, state) => expect(readNumberText(text).state).toBe(state));

  it('is read exactly or called ambiguous, never as another number, however it was grouped', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        fc.nat(6),
        fc.boolean(),
        (digits, scale, comma) => {
          const plain = formatDecimal({ coefficient: digits, scale });
          const [whole = '', fraction] = plain.split('.');
          const [group, point] = comma ? ['.', ','] : [',', '.'];
          const typed =
            whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === undefined ? '' : point + fraction);
          const read = readNumberText(typed);
          if (read.state === 'number') expect(formatDecimal(read.value)).toBe(plain);
          else {
            expect(read.state).toBe('ambiguous');
            if (read.state === 'ambiguous')
              expect(Object.values(read.readings).map((r) => formatDecimal(r.value))).toContain(plain);
          }
        },
      ),
    );
  });
});
