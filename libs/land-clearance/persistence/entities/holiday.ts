import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'land_clearance',
  name: 'holiday_year',
  comment: 'Years whose days off an administrator has confirmed; business clock',
})
export class HolidayYear {
  @PrimaryColumn('integer')
  year: number;

  @Column('timestamptz')
  confirmedAt: Date;

  @ForeignKey('UserAccount')
  @Column('uuid')
  confirmedBy: string;
}

@Entity({
  schema: 'land_clearance',
  name: 'holiday',
  comment: 'Days that differ from their weekday: holidays, and weekend days worked in exchange',
})
@Check('holiday_in_year', 'EXTRACT(year FROM day) = year')
export class Holiday {
  @PrimaryColumn('date')
  day: PlainDate;

  @ForeignKey('HolidayYear', { onDelete: 'CASCADE' })
  @Column('integer')
  year: number;

  @Column('boolean')
  working: boolean;

  @Column({
    type: 'boolean',
    comment: 'One of the days of Tết Nguyên đán, around which enforcement is forbidden',
  })
  tet: boolean;

  @Column('text')
  label: string;
}
