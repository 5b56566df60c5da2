import type { PlainDate } from '@thongvon/kernel';

/** Makes an address that people use of a path. */
export type Address = (path: string) => string;

/** The pages of the web application that the letter leads to. */
export const PAGES = {
  project: (id: string): string => `/du-an/${id}`,
  blocker: (id: string): string => `/vuong-mac/${id}`,
  leader: (week: PlainDate): string => `/lanh-dao?week=${week}`,
  overview: (week: PlainDate): string => `/tong-quan?week=${week}`,
} as const;
