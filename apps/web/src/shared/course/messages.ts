import { type Messages, withValue } from '../../language';

export const messages = {
  reaches: {
    vi: (pace: string, percent: string, day: string) =>
      `Theo tốc độ giải ngân ${pace} thì đạt mục tiêu ${percent} trước ${day}`,
    en: (pace: string, percent: string, day: string) =>
      `At the pace of ${pace} the target of ${percent} is reached before ${day}`,
  },
  misses: {
    vi: (pace: string, amount: string, day: string) =>
      `Theo tốc độ giải ngân ${pace} thì đến ${day} còn hụt ${amount} so với mục tiêu`,
    en: (pace: string, amount: string, day: string) =>
      `At the pace of ${pace}, ${amount} will be missing to the target on ${day}`,
  },
  heldBy: {
    vi: (percent: string, projects: number) => `${percent} số vốn còn lại nằm ở ${projects} dự án đang vướng`,
    en: (percent: string, projects: number) => `${percent} of the rest lies in ${projects} blocked projects`,
  },
  between: {
    vi: (from: string, to: string) => `từ ${from} đến ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  noForecast: {
    vi: 'Chưa có hai báo cáo cách nhau bốn tuần để dự báo',
    en: 'No two returns four weeks apart: no forecast yet',
  },
  noForecastOld: {
    vi: (count: number, day: string) =>
      `Không dự báo: ${count} dự án không có số liệu mới từ ${day}, quá bốn tuần`,
    en: (count: number, day: string) =>
      `No forecast: nothing newer of ${count} projects since ${day}, over four weeks`,
  },
  withoutPace: withValue(
    'Dự báo giữ nguyên số đã báo cáo của {} dự án chưa có hai báo cáo cách nhau bốn tuần.',
    'The forecast leaves {} projects where they are: no two returns four weeks apart.',
  ),
  courseNote: withValue(
    'Lũy kế giải ngân, % kế hoạch hiện hành ({}), năm kế hoạch 13 tháng',
    'Disbursed to date, % of the plan in force ({}), plan year of 13 months',
  ),
  courseTitle: withValue('Lũy kế giải ngân năm kế hoạch {}, theo tuần', 'Disbursed in plan year {}, by week'),
  actual: withValue('Thực tế {}', 'Actual {}'),
  quarterly: withValue('Mốc quý {}', 'Quarter {}'),
  lastYear: withValue('Năm {}, theo kế hoạch cuối năm đó', '{}, of the plan at its end'),
  lastYearEntered: withValue(
    'Năm {}, theo kế hoạch cuối năm đó (số nhập từ báo cáo tháng)',
    '{}, of the plan at its end (entered from monthly reports)',
  ),
  lastYearNoPlan: withValue(
    'Không vẽ năm {}: có số giải ngân nhưng chưa có kế hoạch của năm đó.',
    '{} isn’t drawn: there are figures, but no plan of that year.',
  ),
  lastYearElsewhere: withValue(
    'Không vẽ năm {}: số đã nhập chỉ so được khi mẫu số là kế hoạch vốn của năm.',
    '{} isn’t drawn: what was entered compares only over the year’s own plan.',
  ),
  lastYearNone: withValue('Năm {}: chưa có số để so cùng kỳ.', '{}: no figures to compare with.'),
  enterLastYear: { vi: 'Nhập số năm trước', en: 'Enter last year' },
  whole: {
    vi: 'Đường này là của toàn bộ kế hoạch, không theo bộ lọc.',
    en: 'This is of the whole plan, whatever is filtered.',
  },
  noWeeks: withValue('Trước {}: chưa có báo cáo tuần', 'Before {}: no weekly returns'),
  targetBy: {
    vi: (percent: string, day: string) => `${percent} mục tiêu đến ${day}`,
    en: (percent: string, day: string) => `${percent} target by ${day}`,
  },
  needed: withValue('cần {} mỗi tuần', 'needs {} each week'),
  keeping: { vi: 'nếu giữ nhịp từng dự án', en: 'if each keeps its pace' },
  standing: withValue('nếu {} dự án vướng đứng lại', 'if {} blocked ones stand still'),
  missing: {
    vi: (percent: string, amount: string) => `${percent}, hụt ${amount}`,
    en: (percent: string, amount: string) => `${percent}, ${amount} short`,
  },
  month: withValue('T{}', '{}'),
} satisfies Messages;
