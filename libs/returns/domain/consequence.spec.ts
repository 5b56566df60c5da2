import { plainDate } from '@thongvon/kernel';
import { lossesOf, overDays, type ChangeOfDay } from './consequence';

const project = (code: string, before: string | null, after: string | null) => ({
  ...{ projectId: code, code, name: `Dự án ${code}` },
  ...{ before, after },
});
const day = (on: string, ...projects: ReturnType<typeof project>[]): ChangeOfDay => ({
  on: plainDate(on),
  ...lossesOf(projects),
});

describe('a change that isn’t the same on all days', () => {
  it('needs a reason where the total falls on a later day only, and tells each day', () => {
    const change = overDays([
      day('2023-06-07', project('A', '10', '20'), project('B', '9', '4')),
      day('2023-06-14', project('B', '9', '4')),
    ]);
    expect(change).toMatchObject({ lowers: true, shown: { on: '2023-06-14' } });
    expect(change?.days.map(({ on, difference }) => [on, difference])).toEqual([
      ['2023-06-07', 5n],
      ['2023-06-14', -5n],
    ]);
    expect(change?.falls).toEqual([project('B', '9', '4')]);
  });

  it('tells the worst fall, though it is neither the first nor the last', () => {
    const change = overDays(
      [-1, -3, -2, -1].map((by, i) => day(`2023-06-0${i + 1}`, project('A', '10', String(10 + by)))),
    );
    expect(change?.days.map(({ difference }) => difference)).toEqual([-1n, -3n, -1n]);
  });

  it('names who loses on another day than the shown one, with that day', () => {
    const change = overDays([
      day('2023-01-01', project('A', '10', null), project('B', '5', '4')),
      day('2023-06-01', project('B', '5', '4')),
    ]);
    expect(change?.vanishes).toEqual([{ ...project('A', '10', null), on: '2023-01-01' }]);
    expect(change?.falls).toEqual([project('B', '5', '4')]);
  });

  it('is nothing where nothing is touched, and no fall where it only grows', () => {
    expect(overDays([])).toBeUndefined();
    expect(overDays([day('2023-01-01', project('A', null, '1'))])).toMatchObject({
      ...{ lowers: false, vanishes: [], falls: [] },
    });
  });
});
