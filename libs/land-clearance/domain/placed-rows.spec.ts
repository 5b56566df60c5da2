import type { LandClearanceReading } from '@thongvon/return-reader';
import { placeRows, type KnownRow } from './placed-rows';

const row = (code: string | null, name: string, segment?: string): LandClearanceReading => ({
  code,
  name,
  ...(segment === undefined ? {} : { segment }),
  households: 1,
  inventoried: null,
  approved: null,
  paid: null,
  handedOver: null,
  area: null,
  areaHandedOver: null,
  graves: null,
  compensation: null,
  compensated: null,
  blocker: null,
  responsibleUnit: null,
  due: null,
  cells: {},
});
const known = (one: LandClearanceReading, more: Partial<Omit<KnownRow, 'row'>> = {}): KnownRow => ({
  row: one,
  registered: null,
  segments: [],
  ...more,
});
const place = (rows: readonly KnownRow[], names: string[] = [], apart: string[] = []): unknown[] =>
  placeRows(rows, new Set(names), new Set(apart)).map(({ name, part }) => [name, part]);

describe('rows of a clearance table', () => {
  it('of one code are parts of one project, distinguished by what follows their common name', () => {
    const rows = [
      known(row('7904561', 'Đường A - đoạn qua xã Bình Phú')),
      known(row('7904561', 'Đường A - đoạn qua xã Bình Quế')),
      known(row('7904561', 'Đường A (đợt 2)')),
      known(row('7904562', 'Khu dân cư xã Bình Dương (giai đoạn 2)')),
    ];
    expect(place(rows)).toEqual([
      ['Đường A', 'đoạn qua xã Bình Phú'],
      ['Đường A', 'đoạn qua xã Bình Quế'],
      ['Đường A', 'đợt 2'],
      ['Khu dân cư xã Bình Dương (giai đoạn 2)', null],
    ]);
  });

  it('keep the place in a project’s name where the register has it so', () => {
    const registered = 'Nâng cấp đường xã Bình Phú';
    const rows = ['đợt 1', 'đợt 2'].map((part) =>
      known(row('7904561', `${registered} - ${part}`), { registered }),
    );
    expect(place([known(row('7904561', registered), { registered }), ...rows])).toEqual([
      [registered, null],
      [registered, 'đợt 1'],
      [registered, 'đợt 2'],
    ]);
  });

  it('of a divided project are its parts even when one stands alone', () => {
    const alone = row('7904561', 'Đường A - đợt 2');
    expect(
      place([known(alone, { registered: 'Đường A', segments: [{ name: 'đợt 1', nameKey: 'dot 1' }] })]),
    ).toEqual([['Đường A', 'đợt 2']]);
    expect(place([known(alone, { registered: 'Đường A' })])).toEqual([['Đường A - đợt 2', null]]);
  });

  it('name a segment of the register by any name, after the project’s', () => {
    const more = { registered: 'Đường A', segments: [{ name: 'Phía Bắc', nameKey: 'phia bac' }] };
    expect(place([known(row('7904561', 'ĐƯỜNG A, phía Bắc'), more)])).toEqual([['Đường A', 'Phía Bắc']]);
    expect(place([known(row('7904561', 'Đường A, phía Nam'), more)])).toEqual([['Đường A, phía Nam', null]]);
  });

  it('without a code are parts of a project of the register, or of one with other batches in the table', () => {
    const batches = [known(row(null, 'Đường A, đợt 1')), known(row(null, 'ĐƯỜNG A - đợt 2'))];
    expect(place(batches)).toEqual([
      ['Đường A', 'đợt 1'],
      ['ĐƯỜNG A', 'đợt 2'],
    ]);
    expect(place(batches.slice(1))).toEqual([['ĐƯỜNG A - đợt 2', null]]);
    expect(place(batches.slice(1), ['duong a'])).toEqual([['ĐƯỜNG A', 'đợt 2']]);
    expect(place(batches, ['duong a'], ['duong a'])).toEqual([
      ['Đường A, đợt 1', null],
      ['ĐƯỜNG A - đợt 2', null],
    ]);
  });

  it('without a code that differ in a commune or a phase are projects of their own', () => {
    const rows = [
      'Nghĩa trang xã Bình Phú',
      'Nghĩa trang xã Bình Quế',
      'Khu B giai đoạn 1',
      'Khu B giai đoạn 2',
    ];
    expect(place(rows.map((name) => known(row(null, name))))).toEqual(rows.map((name) => [name, null]));
  });

  it('keep the part that the table itself sets apart', () => {
    expect(
      place([known(row('7904561', 'Đường A')), known(row('7904561', 'Đường A', 'Xã Bình Quế'))]),
    ).toEqual([
      ['Đường A', null],
      ['Đường A', 'Xã Bình Quế'],
    ]);
  });

  it('that nothing distinguishes stay as they are', () => {
    const rows = [known(row('7904561', 'Đường A')), known(row('7904561', 'Đường khác'))];
    expect(place(rows)).toEqual([
      ['Đường A', null],
      ['Đường khác', null],
    ]);
  });
});
