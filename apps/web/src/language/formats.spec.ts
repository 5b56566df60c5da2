import { Formats } from './formats';

const billion = new Formats('vi', 'billion-dong');

describe('figures for Vietnamese readers', () => {
  it('are in the unit that was chosen, with comma and dots', () => {
    expect(billion.amount('223422000000')).toBe('223,422');
    expect(new Formats('vi', 'million-dong').amount('223422500000')).toBe('223.422,5');
    expect(new Formats('vi', 'dong').amount('223422000001')).toBe('223.422.000.001');
    expect(billion.dong('-1419000000')).toBe('−1.419.000.000 đồng');
  });

  it('show a change with its sign, and zero without', () => {
    expect(billion.change('11142000000')).toBe('+11,142');
    expect(billion.change('-1204000000')).toBe('−1,204');
    expect(billion.change('0')).toBe('0');
  });

  it('say of what is too small for the unit that it is less than its last digit, never zero', () => {
    expect(billion.amount('499999')).toBe('<\u00a00,001');
    expect(billion.amount('-1')).toBe('>\u00a0−0,001');
    expect(billion.change('499999')).toBe('<\u00a0+0,001');
    expect(billion.amount('49999999', 1)).toBe('<\u00a00,1');
    expect(new Formats('en', 'million-dong').amount('49999')).toBe('<\u00a00.1');
    expect(new Formats('vi', 'dong').amount('1')).toBe('1');
  });

  it('say of what isn’t known neither zero nor nothing', () => {
    expect(billion.amount(null)).toBe('–');
    expect(billion.percent(null)).toBe('–');
    expect(billion.amount('0')).toBe('0');
  });

  it('show households and areas with their groups', () => {
    expect(billion.measure('143000.5')).toBe('143.000,5');
  });

  it('show rates and dates as offices write them', () => {
    expect(billion.percent('52.18')).toBe('52,18\u00a0%');
    expect(billion.percent(95, 0)).toBe('95\u00a0%');
    expect(billion.date('2023-06-21')).toBe('21/06/2023');
    expect(billion.shortDate('2024-01-31')).toBe('31/01');
  });

  it('show instants by the clock of Vietnam, whatever their offset', () => {
    expect(billion.instant('2023-06-22T08:30:00+00:00')).toBe('22/06/2023 15:30');
    expect(billion.instant('2023-06-22T23:30:00+07:00')).toBe('22/06/2023 23:30');
  });
});

it('figures for English readers have the separators the other way round', () => {
  expect(new Formats('en', 'million-dong').amount('223422500000')).toBe('223,422.5');
  expect(new Formats('en', 'billion-dong').percent('52.18')).toBe('52.18\u00a0%');
});
