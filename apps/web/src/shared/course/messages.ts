import type { Messages } from '../../language';

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
  withoutPace: {
    vi: (count: number) =>
      `Dự báo giữ nguyên số đã báo cáo của ${count} dự án chưa có hai báo cáo cách nhau bốn tuần.`,
    en: (count: number) =>
      `The forecast leaves ${count} projects where they are: no two returns four weeks apart.`,
  },
  courseNote: {
    vi: (amount: string) => `Lũy kế giải ngân, % kế hoạch hiện hành (${amount}), năm kế hoạch 13 tháng`,
    en: (amount: string) => `Disbursed to date, % of the plan in force (${amount}), plan year of 13 months`,
  },
  courseTitle: {
    vi: (year: number) => `Lũy kế giải ngân năm kế hoạch ${year}, theo tuần`,
    en: (year: number) => `Disbursed in plan year ${year}, by week`,
  },
  actual: { vi: (day: string) => `Thực tế ${day}`, en: (day: string) => `Actual ${day}` },
  quarterly: { vi: (percent: string) => `Mốc quý ${percent}`, en: (percent: string) => `Quarter ${percent}` },
  lastYear: {
    vi: (year: number) => `Năm ${year}, theo kế hoạch cuối năm đó`,
    en: (year: number) => `${year}, of the plan at its end`,
  },
  lastYearEntered: {
    vi: (year: number) => `Năm ${year}, theo kế hoạch cuối năm đó (số nhập từ báo cáo tháng)`,
    en: (year: number) => `${year}, of the plan at its end (entered from monthly reports)`,
  },
  lastYearNoPlan: {
    vi: (year: number) => `Không vẽ năm ${year}: có số giải ngân nhưng chưa có kế hoạch của năm đó.`,
    en: (year: number) => `${year} isn’t drawn: there are figures, but no plan of that year.`,
  },
  lastYearElsewhere: {
    vi: (year: number) => `Không vẽ năm ${year}: số đã nhập chỉ so được khi mẫu số là kế hoạch vốn của năm.`,
    en: (year: number) => `${year} isn’t drawn: what was entered compares only over the year’s own plan.`,
  },
  lastYearNone: {
    vi: (year: number) => `Năm ${year}: chưa có số để so cùng kỳ.`,
    en: (year: number) => `${year}: no figures to compare with.`,
  },
  enterLastYear: { vi: 'Nhập số năm trước', en: 'Enter last year' },
  whole: {
    vi: 'Đường này là của toàn bộ kế hoạch, không theo bộ lọc.',
    en: 'This is of the whole plan, whatever is filtered.',
  },
  noWeeks: {
    vi: (day: string) => `Trước ${day}: chưa có báo cáo tuần`,
    en: (day: string) => `Before ${day}: no weekly returns`,
  },
  targetBy: {
    vi: (percent: string, day: string) => `${percent} mục tiêu đến ${day}`,
    en: (percent: string, day: string) => `${percent} target by ${day}`,
  },
  needed: {
    vi: (amount: string) => `cần ${amount} mỗi tuần`,
    en: (amount: string) => `needs ${amount} each week`,
  },
  keeping: { vi: 'nếu giữ nhịp từng dự án', en: 'if each keeps its pace' },
  standing: {
    vi: (count: number) => `nếu ${count} dự án vướng đứng lại`,
    en: (count: number) => `if ${count} blocked ones stand still`,
  },
  missing: {
    vi: (percent: string, amount: string) => `${percent}, hụt ${amount}`,
    en: (percent: string, amount: string) => `${percent}, ${amount} short`,
  },
  month: { vi: (month: number) => `T${month}`, en: (month: number) => `${month}` },
} satisfies Messages;
