import { shownText } from './read-with-sheetjs';

const number = (n: number) => ({ type: 'number', number: n }) as const;

describe('a cell as Excel shows it', () => {
  it.each([
    ['#,##0.000', 223422.5, '223.422,500'],
    ['0.0%', 0.5218, '52,2%'],
    ['#,##0_);(#,##0)', -1204, '(1.204)'],
    [undefined, 33910.149, '33910,149'],
    ['[nonsense', 1.5, '1,5'],
  ])('under %s the number %d is %s', (format, n, shown) => {
    expect(shownText({ value: number(n), ...(format === undefined ? {} : { format }) })).toBe(shown);
  });

  it('writes a date, and text and errors as they stand', () => {
    expect(shownText({ value: number(45098), format: 'dd/mm/yyyy', isDate: true })).toBe('21/06/2023');
    expect(shownText({ value: number(45098), format: 'dd.mm.yyyy', isDate: true })).toBe('21/06/2023');
    expect(shownText({ value: { type: 'text', text: '14.990' } })).toBe('14.990');
    expect(shownText({ value: { type: 'error', text: '#REF!' } })).toBe('#REF!');
  });

  it('shows nothing for a formula without a value', () => {
    expect(shownText({ value: { type: 'unknown' } })).toBe('');
  });
});
