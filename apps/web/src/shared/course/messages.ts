import type { Messages } from '../../language';

export const messages = {
  reaches: {
    vi: (percent: string, day: string) => `Giữ nhịp bốn tuần qua thì đạt mục tiêu ${percent} trước ${day}`,
    en: (percent: string, day: string) =>
      `At the pace of the last four weeks the target of ${percent} is reached before ${day}`,
  },
  misses: {
    vi: (amount: string, day: string) =>
      `Giữ nhịp bốn tuần qua thì đến ${day} còn hụt ${amount} so với mục tiêu`,
    en: (amount: string, day: string) =>
      `At the pace of the last four weeks, ${amount} will be missing to the target on ${day}`,
  },
  heldBy: {
    vi: (percent: string, projects: number) => `${percent} số vốn còn lại nằm ở ${projects} dự án đang vướng`,
    en: (percent: string, projects: number) => `${percent} of the rest lies in ${projects} blocked projects`,
  },
  noForecast: {
    vi: 'Chưa đủ bốn tuần số liệu để dự báo',
    en: 'Less than four weeks of figures: no forecast yet',
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
