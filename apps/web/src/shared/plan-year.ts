/** The plan year that a day is in; in January the one that is still being paid. */
export function planYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) === '01' ? year - 1 : year;
}
