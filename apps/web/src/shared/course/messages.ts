import { type Messages, withValues } from '../../language/wording';

export const messages = {
  reaches: withValues(
    'Theo tốc độ giải ngân {pace} thì đạt mục tiêu {percent} trước {day}',
    'At the pace of {pace} the target of {percent} is reached before {day}',
  ),
  misses: {
    vi: (pace: string, amount: string, day: string) =>
      `Theo tốc độ giải ngân ${pace} thì đến ${day} còn hụt ${amount} so với mục tiêu`,
    en: (pace: string, amount: string, day: string) =>
      `At the pace of ${pace}, ${amount} will be missing to the target on ${day}`,
  },
  heldBy: withValues(
    '{percent} số vốn còn lại nằm ở {projects} dự án đang vướng',
    '{percent} of the rest lies in {projects} blocked projects',
  ),
  between: withValues('từ {from} đến {to}', '{from} to {to}'),
  noForecast: {
    vi: 'Chưa có hai báo cáo cách nhau bốn tuần để dự báo',
    en: 'No two returns four weeks apart: no forecast yet',
  },
  noForecastOld: withValues(
    'Không dự báo: {count} dự án không có số liệu mới từ {day}, quá bốn tuần',
    'No forecast: nothing newer of {count} projects since {day}, over four weeks',
  ),
  withoutPace: withValues(
    'Dự báo giữ nguyên số đã báo cáo của {} dự án chưa có hai báo cáo cách nhau bốn tuần.',
    'The forecast leaves {} projects where they are: no two returns four weeks apart.',
  ),
  courseNote: withValues(
    'Lũy kế giải ngân, % kế hoạch hiện hành ({}), năm kế hoạch 13 tháng',
    'Disbursed to date, % of the plan in force ({}), plan year of 13 months',
  ),
  courseTitle: withValues(
    'Lũy kế giải ngân năm kế hoạch {}, theo tuần',
    'Disbursed in plan year {}, by week',
  ),
  actual: withValues('Thực tế {}', 'Actual {}'),
  milestone: withValues('{percent} đến {day}', '{percent} by {day}'),
  milestones: withValues('Mốc: {}', 'Milestones: {}'),
  oldFigures: withValues(
    'Số liệu cũ {days} ngày: sau {day} chưa có báo cáo nào được duyệt',
    'The figures are {days} days old: no return after {day} has been approved',
  ),
  today: withValues('hôm nay {}', 'today {}'),
  lastYearEnd: withValues('{percent} năm {year}', '{percent} in {year}'),
  // what is read off at a week
  weekTo: { vi: 'Tuần đến', en: 'Week to' },
  readActual: { vi: 'Thực tế', en: 'Actual' },
  readExpected: { vi: 'Kế hoạch theo mốc', en: 'Due by milestones' },
  year: withValues('Năm {}', '{}'),
  readNeeded: withValues('Cần để đạt {}', 'Needed for {}'),
  readForecast: { vi: 'Dự báo (thấp đến cao)', en: 'Forecast (low to high)' },
  lowToHigh: withValues('{low} đến {high}', '{low} to {high}'),
  dated: withValues('{value}, số đến {day}', '{value}, to {day}'),
  fromDay: withValues('từ {}', 'from {}'),
  reached: { vi: 'đã đạt', en: 'reached' },
  notReported: { vi: 'chưa có báo cáo', en: 'not reported' },
  noFigures: { vi: 'chưa có số', en: 'no figures' },
  weekSaid: withValues('Tuần đến {day}. {readings}', 'Week to {day}. {readings}'),
  weekOnChart: { vi: 'Tuần trên biểu đồ', en: 'Week on the chart' },
  byWeek: { vi: 'Kéo để xem từng tuần', en: 'Slide to see each week' },
  bands: {
    vi: 'Dải dự báo: mỗi nấc là 25 % tốc độ của các dự án đang vướng.',
    en: 'Forecast: each band is 25 % of the pace of the blocked projects.',
  },
  lastYear: withValues('Năm {}, theo kế hoạch cuối năm đó', '{}, of the plan at its end'),
  lastYearEntered: withValues(
    'Năm {}, theo kế hoạch cuối năm đó (số nhập từ báo cáo tháng)',
    '{}, of the plan at its end (entered from monthly reports)',
  ),
  lastYearNoPlan: withValues(
    'Không vẽ năm {}: có số giải ngân nhưng chưa có kế hoạch của năm đó.',
    '{} isn’t drawn: there are figures, but no plan of that year.',
  ),
  lastYearElsewhere: withValues(
    'Không vẽ năm {}: số đã nhập chỉ so được khi mẫu số là kế hoạch vốn của năm.',
    '{} isn’t drawn: what was entered compares only over the year’s own plan.',
  ),
  lastYearNone: withValues('Năm {}: chưa có số để so cùng kỳ.', '{}: no figures to compare with.'),
  enterLastYear: { vi: 'Nhập số năm trước', en: 'Enter last year' },
  whole: {
    vi: 'Đường này là của toàn bộ kế hoạch, không theo bộ lọc.',
    en: 'This is of the whole plan, whatever is filtered.',
  },
  noWeeks: withValues('Trước {}: chưa có báo cáo tuần', 'Before {}: no weekly returns'),
  targetBy: withValues('{percent} mục tiêu đến {day}', '{percent} target by {day}'),
  needed: withValues('cần {} mỗi tuần', 'needs {} each week'),
  keeping: { vi: 'nếu giữ nhịp từng dự án', en: 'if each keeps its pace' },
  standing: withValues('nếu {} dự án vướng đứng lại', 'if {} blocked ones stand still'),
  missing: withValues('{percent}, hụt {amount}', '{percent}, {amount} short'),
  month: withValues('T{}', '{}'),
} satisfies Messages;
