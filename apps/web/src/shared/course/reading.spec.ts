import type { CurveView, CurveWeekView } from '@thongvon/api-contract';
import { Formats } from '../../language/formats';
import { inLanguage } from '../../language/wording';
import { timeOf } from '../drawing';
import { messages } from './messages';
import {
  bandsOf,
  dayNumber,
  forecastLines,
  isNamedBelow,
  nearestWeek,
  pieces,
  readingsOf,
  silences,
  slidTo,
  type Spot,
  spoken,
  weekOfFigures,
} from './reading';

const week = (on: string, more: Partial<CurveWeekView> = {}): CurveWeekView => ({
  on,
  actual: null,
  expected: null,
  previousYear: null,
  needed: null,
  forecast: null,
  ...more,
});
const reported = (on: string, rate: string, disbursed: string): CurveWeekView =>
  week(on, { actual: { asOf: on, disbursed, rate }, expected: '40.00' });
const BEFORE = { asOf: '2022-06-21', rate: '39.40' };

/** Four weeks of June, one of them without figures, and two weeks ahead. */
const WEEKS = [
  week('2023-05-24', { expected: '35.00' }),
  reported('2023-05-31', '44.38', '190000000000'),
  week('2023-06-14', { expected: '39.00' }),
  { ...reported('2023-06-21', '52.18', '223422000000'), previousYear: BEFORE },
  week('2023-06-28', { needed: '53.52', forecast: ['53.33', '53.70', '54.06', '54.43', '54.79'] }),
  week('2023-07-05', { needed: '54.86', forecast: ['54.39', '55.10', '55.84', '56.50', '57.30'] }),
];

type Known = Pick<
  CurveView,
  | 'weeks'
  | 'asOf'
  | 'planYear'
  | 'lastDay'
  | 'points'
  | 'reckoning'
  | 'milestones'
  | 'neededPerWeek'
  | 'blockedProjects'
>;
const KNOWN: Known = {
  weeks: WEEKS,
  asOf: '2023-06-21',
  planYear: 2023,
  lastDay: '2024-01-31',
  points: [
    { asOf: '2023-05-31', disbursed: '190000000000', notSplit: null },
    { asOf: '2023-06-21', disbursed: '223422000000', notSplit: null },
  ],
  reckoning: {
    asOf: '2023-06-21',
    figuresOn: '2023-06-21',
    businessDay: '2023-06-23',
    week: null,
    nextLetterOn: '2023-06-30',
    stale: false,
  },
  milestones: [
    { on: '2023-06-28', percent: 45 },
    { on: '2023-07-05', percent: 60 },
    { on: '2024-01-31', percent: 95 },
  ],
  neededPerWeek: '5728000000',
  blockedProjects: 7,
};
const course = (more: Partial<Known> = {}): CurveView => ({ ...KNOWN, ...more }) as CurveView;

const words = {
  t: inLanguage(messages, 'vi'),
  formats: new Formats('vi', 'billion-dong'),
  money: (dong: string) => `${new Formats('vi', 'billion-dong').amount(dong)} tỷ`,
};
const read = (index: number, of = course()) => {
  const each = of.weeks[index] ?? week('');
  return Object.fromEntries(readingsOf(of, each, words).map(({ key, value }) => [key, value]));
};

describe('the week that is read', () => {
  it('is that of the figures where nobody points at another', () => {
    expect(weekOfFigures(course())).toBe(3);
    expect(weekOfFigures(course({ asOf: '2023-06-20' }))).toBe(2);
    expect(weekOfFigures(course({ asOf: '2023-01-01' }))).toBe(0);
  });

  it('is the nearest to a pointer, also beyond the ends of the axis', () => {
    const at = (day: string): number => nearestWeek(WEEKS, timeOf(day).getTime());
    expect([at('2023-01-01'), at('2023-06-17'), at('2023-06-18'), at('2024-01-31')]).toEqual([0, 2, 3, 5]);
  });

  it('is a week on or back where a slider of days is moved by one, and the nearest where it is dragged', () => {
    const day = dayNumber('2023-06-21');
    expect(slidTo(WEEKS, 3, day + 1)).toBe(4);
    expect(slidTo(WEEKS, 3, day - 1)).toBe(2);
    expect(slidTo(WEEKS, 3, day + 3)).toBe(3);
    expect(slidTo(WEEKS, 3, day + 4)).toBe(4);
    expect(slidTo(WEEKS, 5, dayNumber('2023-07-05') + 1)).toBe(5);
    expect(slidTo(WEEKS, 0, dayNumber('2023-05-24') - 1)).toBe(0);
  });
});

describe('weeks without figures', () => {
  it('are silences: before the first figures, between two, and never ahead', () => {
    expect(silences(course())).toEqual([
      { from: '2023-01-01', to: '2023-05-31' },
      { from: '2023-05-31', to: '2023-06-21' },
    ]);
  });

  it('last until today where the figures are old', () => {
    const reckoning = { ...KNOWN.reckoning, businessDay: '2023-07-06', stale: true };
    expect(silences(course({ reckoning })).at(-1)).toEqual({ from: '2023-06-21', to: '2023-07-06' });
    const over = { ...reckoning, businessDay: '2024-03-01' };
    expect(silences(course({ reckoning: over })).at(-1)).toEqual({ from: '2023-06-21', to: '2024-01-31' });
  });

  it('are the whole year where nothing was reported', () => {
    const [first] = WEEKS;
    const weeks = first === undefined ? [] : [first];
    expect(silences(course({ weeks, points: [], asOf: '2023-05-24' }))).toEqual([
      { from: '2023-01-01', to: '2023-05-24' },
    ]);
  });

  it('are crossed by no line', () => {
    const spots: Spot[] = [
      ['2023-05-24', 40],
      ['2023-05-31', 44],
      ['2023-06-21', 52],
    ];
    expect(pieces(spots, [{ from: '2023-05-31', to: '2023-06-21' }])).toEqual([
      [spots[0], spots[1]],
      [spots[2]],
    ]);
    expect(pieces(spots, [])).toEqual([spots]);
    expect(pieces([], [])).toEqual([]);
  });
});

describe('the forecast', () => {
  const lines = forecastLines(WEEKS, ['2023-06-21', 52.18]);

  it('begins at the newest figures, with a line for each quarter of the pace', () => {
    expect(lines).toHaveLength(5);
    expect(lines[0]).toEqual([
      ['2023-06-21', 52.18],
      ['2023-06-28', 53.33],
      ['2023-07-05', 54.39],
    ]);
    expect(lines[4]?.at(-1)).toEqual(['2023-07-05', 57.3]);
  });

  it('has four bands, darker in the middle', () => {
    const bands = bandsOf(lines);
    expect(bands.map(({ isInner }) => isInner)).toEqual([false, true, true, false]);
    bands.forEach(({ low, high }, step) => expect([low, high]).toEqual([lines[step], lines[step + 1]]));
  });

  it('has neither without a pace', () => {
    expect(forecastLines([week('2023-06-28')], ['2023-06-21', 52.18])).toEqual([]);
    expect(bandsOf([])).toEqual([]);
  });
});

describe('a milestone', () => {
  it('is named on the side that what was disbursed leaves free', () => {
    const reached = (percent: number) => isNamedBelow(course(), { on: '2023-06-16', percent });
    // 52,18 % had been disbursed in the week.
    expect([reached(45), reached(60)]).toEqual([true, false]);
    expect(isNamedBelow(course(), { on: '2023-05-20', percent: 20 })).toBe(true);
  });

  it('is named on the side that what is needed leaves free', () => {
    const [passed, ahead, last] = KNOWN.milestones;
    const side = (one = last) => one !== undefined && isNamedBelow(course(), one);
    expect(isNamedBelow(course({ asOf: '2023-06-30' }), passed ?? { on: '', percent: 0 })).toBe(true);
    // 53,52 % needed lies above 45, and 54,86 below 60.
    expect([side(passed), side(ahead)]).toEqual([true, false]);
    expect(side(last)).toBe(false);
  });
});

describe('what is read off at a week', () => {
  it('is what was disbursed, with its amount in the unit of the page, and what it is measured by', () => {
    expect(read(3)).toEqual({
      actual: '52,18\u00a0% (223,422 tỷ)',
      expected: '40,00\u00a0%',
      previous: '39,40\u00a0%',
      needed: 'từ 28/06',
      forecast: 'từ 28/06',
    });
  });

  it('is what is needed and what is forecast, low to high, in a week ahead', () => {
    expect(read(4)).toMatchObject({
      actual: '–',
      needed: '53,52\u00a0%',
      forecast: '53,33 đến 54,79\u00a0%',
    });
  });

  it('is never zero where nothing was reported', () => {
    expect(read(2)).toMatchObject({ actual: 'chưa có báo cáo', previous: 'chưa có số' });
    const reckoning = { ...KNOWN.reckoning, businessDay: '2023-07-06', stale: true };
    expect(read(4, course({ reckoning }))['actual']).toBe('chưa có báo cáo');
  });

  it('names the day of figures that are older than the week', () => {
    const late = week('2023-06-21', {
      actual: { asOf: '2023-06-20', disbursed: '223422000000', rate: '52.18' },
      previousYear: { asOf: '2022-05-31', rate: '31.00' },
    });
    expect(read(0, course({ weeks: [late] }))).toMatchObject({
      actual: '52,18\u00a0% (223,422 tỷ), số đến 20/06',
      previous: '31,00\u00a0%, số đến 31/05',
    });
  });

  it('is an amount alone where there is no rate of it', () => {
    const split = week('2023-06-21', {
      actual: { asOf: '2023-06-21', disbursed: '223422000000', rate: null },
    });
    expect(read(0, course({ weeks: [split] }))['actual']).toBe('223,422 tỷ');
  });

  it('says that the target is reached, and that nothing is forecast', () => {
    const weeks = WEEKS.map((one) => ({ ...one, needed: null, forecast: null }));
    expect(read(3, course({ weeks, neededPerWeek: '0' }))).toMatchObject({ needed: 'đã đạt', forecast: '–' });
    expect(read(3, course({ weeks, neededPerWeek: null }))).toMatchObject({ needed: '–', forecast: '–' });
  });

  it('has one number where no project is blocked', () => {
    const weeks = [week('2023-06-28', { forecast: ['54.79', '54.79', '54.79', '54.79', '54.79'] })];
    expect(read(0, course({ weeks }))['forecast']).toBe('54,79\u00a0%');
  });

  it('is said in one sentence', () => {
    const said = (index: number): string => {
      const each = WEEKS[index] ?? week('');
      return spoken(each, readingsOf(course(), each, words), words);
    };
    expect(said(3)).toBe(
      'Tuần đến 21/06/2023. Thực tế: 52,18\u00a0% (223,422 tỷ). Kế hoạch theo mốc: 40,00\u00a0%. Năm 2022: 39,40\u00a0%',
    );
    expect(said(2)).toBe('Tuần đến 14/06/2023. Thực tế: chưa có báo cáo. Kế hoạch theo mốc: 39,00\u00a0%');
    expect(said(5)).toBe(
      'Tuần đến 05/07/2023. Cần để đạt 95\u00a0%: 54,86\u00a0%. Dự báo (thấp đến cao): 54,39 đến 57,30\u00a0%',
    );
  });
});
