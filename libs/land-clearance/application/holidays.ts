import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HolidayView, HolidayYearView } from '@thongvon/contracts';
import { formatInstant, groupBy, yearOf, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';

type Day = HolidayView & { readonly day: PlainDate };

/** The holiday calendar that working days are counted by; an administrator confirms it each year. */
@Injectable()
export class Holidays {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  async of(year: number): Promise<HolidayYearView> {
    const [confirmed] = await this.dataSource.query<{ at: Date }[]>(
      'SELECT confirmed_at AS at FROM holiday_year WHERE year = $1',
      [year],
    );
    const days = await this.dataSource.query<HolidayView[]>(
      'SELECT day, working, tet, label FROM holiday WHERE year = $1 ORDER BY day',
      [year],
    );
    return { year, confirmedAt: confirmed ? formatInstant(confirmed.at) : null, days };
  }

  /** Puts these days in the place of those before. Throws HOLIDAY-OTHER-YEAR and HOLIDAY-REPEATED. */
  async confirm(actor: Actor, year: number, days: readonly Day[]): Promise<void> {
    assertOfYear(year, days);
    await this.dataSource.transaction(async (manager) => {
      await manager.query('DELETE FROM holiday_year WHERE year = $1', [year]);
      await manager.query('INSERT INTO holiday_year (year, confirmed_at, confirmed_by) VALUES ($1, $2, $3)', [
        year,
        this.clock.now(),
        actor.userId,
      ]);
      await manager.query(
        `INSERT INTO holiday (day, year, working, tet, label) SELECT day, $2, working, tet, label
         FROM jsonb_to_recordset($1) AS t (day date, working boolean, tet boolean, label text)`,
        [JSON.stringify(days), year],
      );
      await this.audit.record(manager, actor.userId, 'holidays.confirm', `holiday-year:${year}`, {
        days: days.length,
      });
    });
  }
}

function assertOfYear(year: number, days: readonly Day[]): void {
  const stranger = days.find(({ day }) => yearOf(day) !== year);
  if (stranger) {
    throw new Problem(
      422,
      'HOLIDAY-OTHER-YEAR',
      'Có ngày không thuộc năm này.',
      'A day is not of this year.',
      {
        day: stranger.day,
      },
    );
  }
  const twice = [...groupBy(days, ({ day }) => day)].find(([, same]) => same.length > 1);
  if (twice)
    throw new Problem(422, 'HOLIDAY-REPEATED', 'Có ngày được nêu hai lần.', 'A day is given twice.', {
      day: twice[0],
    });
}
