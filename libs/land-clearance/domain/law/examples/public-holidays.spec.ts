import { plainDate } from '@thongvon/kernel';
import { publicHolidays } from '../work-calendar';

const UNDECIDED = { tetFrom: null, hungKings: null, besideNationalDay: null };
const daysOf = (...parameters: Parameters<typeof publicHolidays>) =>
  publicHolidays(...parameters).map(({ day }) => day);

// The days that state offices had off in 2023, as announced: 2/1; 20–26/1; 29/4–3/5; 1–4/9.
describe('the public holidays of a year', () => {
  it('are in 2023 those that were announced, days of rest moved to the next working day included', () => {
    const decided = {
      tetFrom: plainDate('2023-01-20'),
      hungKings: plainDate('2023-04-29'),
      besideNationalDay: 'before',
    } as const;
    expect(publicHolidays(2023, decided).map(({ day, label }) => `${day} ${label}`)).toEqual([
      '2023-01-01 Tết Dương lịch',
      '2023-01-02 Nghỉ bù Tết Dương lịch (01/01/2023)',
      '2023-01-20 Tết Nguyên đán',
      '2023-01-21 Tết Nguyên đán',
      '2023-01-22 Tết Nguyên đán',
      '2023-01-23 Tết Nguyên đán',
      '2023-01-24 Tết Nguyên đán',
      '2023-01-25 Nghỉ bù Tết Nguyên đán (21/01/2023)',
      '2023-01-26 Nghỉ bù Tết Nguyên đán (22/01/2023)',
      '2023-04-29 Giỗ Tổ Hùng Vương',
      '2023-04-30 Ngày Chiến thắng',
      '2023-05-01 Quốc tế Lao động',
      '2023-05-02 Nghỉ bù Giỗ Tổ Hùng Vương (29/04/2023)',
      '2023-05-03 Nghỉ bù Ngày Chiến thắng (30/04/2023)',
      '2023-09-01 Quốc khánh',
      '2023-09-02 Quốc khánh',
      '2023-09-04 Nghỉ bù Quốc khánh (02/09/2023)',
    ]);
    expect(publicHolidays(2023, decided).filter(({ tet }) => tet)).toHaveLength(5);
  });

  it('are only those with a date of their own while nobody has said the others', () => {
    expect(daysOf(2025, UNDECIDED)).toEqual(['2025-01-01', '2025-04-30', '2025-05-01', '2025-09-02']);
  });

  it('had one National Day before the Labour Code of 2019', () => {
    const september = daysOf(2020, { ...UNDECIDED, besideNationalDay: 'after' }).filter((day) =>
      day.startsWith('2020-09'),
    );
    expect(september).toEqual(['2020-09-02']);
  });

  it('are one day off where two fall together', () => {
    const both = publicHolidays(2025, { ...UNDECIDED, hungKings: plainDate('2025-04-30') });
    expect(both.map(({ label }) => label)).toContain('Giỗ Tổ Hùng Vương, Ngày Chiến thắng');
    expect(both).toHaveLength(4);
  });
});
