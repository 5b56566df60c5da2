import type { Messages } from '../language';

export const messages = {
  today: { vi: (day: string) => `Hôm nay ${day}`, en: (day: string) => `Today ${day}` },
  onDay: { vi: (day: string) => `Tính đến ngày ${day}`, en: (day: string) => `As on ${day}` },
  week: { vi: (day: string) => `Tuần chốt ${day}`, en: (day: string) => `Week of ${day}` },
  figures: { vi: (day: string) => `số liệu đến ${day}`, en: (day: string) => `figures to ${day}` },
  noFigures: { vi: 'chưa có số liệu', en: 'no figures yet' },
  stale: {
    vi: 'số liệu đã cũ hơn một tuần báo cáo',
    en: 'the figures are older than a reporting week',
  },
  oldOf: {
    vi: (stale: number, all: number, before: string, oldest: string, newest: string) =>
      `${stale} trên ${all} dự án trong tổng này có số liệu cũ hơn ${before} (cũ nhất ${oldest}, mới nhất ${newest})`,
    en: (stale: number, all: number, before: string, oldest: string, newest: string) =>
      `${stale} of the ${all} projects in this sum have figures from before ${before} (oldest ${oldest}, newest ${newest})`,
  },
  changeOf: {
    vi: (days: number) => `Tăng trong ${days} ngày`,
    en: (days: number) => `Change in ${days} days`,
  },
  changeBetween: {
    vi: (from: string, to: string, days: number) => `Tăng từ ${from} đến ${to} (${days} ngày)`,
    en: (from: string, to: string, days: number) => `Change from ${from} to ${to} (${days} days)`,
  },
  change: { vi: 'Tăng so với số liệu trước', en: 'Change on the figures before' },
  noNewer: { vi: 'chưa có số mới', en: 'nothing newer' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  dates: {
    vi: (from: string, to: string) => `${from}–${to}`,
    en: (from: string, to: string) => `${from}–${to}`,
  },
} satisfies Messages;
