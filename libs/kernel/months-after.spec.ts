import { monthsAfter, plainDate } from './plain-date';

describe('months after a date', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-15', 12, '2026-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(monthsAfter(plainDate(from), months)).toBe(to);
  });
});
