import { addDays, DEFAULT_CALENDAR, dayOfWeek, type PlainDate } from '@thongvon/kernel';

/** The cut-offs for which `today` is within so many days before or after. Earliest first. */
export function cutOffsWithin(
  { first, last }: { readonly first: number; readonly last: number },
  today: PlainDate,
): PlainDate[] {
  const cutOffs: PlainDate[] = [];
  for (let day = addDays(today, -last); day <= addDays(today, -first); day = addDays(day, 1))
    if (dayOfWeek(day) === DEFAULT_CALENDAR.cutOff.day) cutOffs.push(day);
  return cutOffs;
}
