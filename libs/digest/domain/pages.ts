import type { PlainDate } from '@thongvon/kernel';

/** Makes an address that people use of a path. */
export type Address = (path: string) => string;

/** The pages of the web application that the letter leads to. */
export const PAGES = {
  project: (id: string): string => `/du-an/${id}`,
  /** The part of a project's page where its advances and guarantees are followed. */
  contracts: (id: string): string => `/du-an/${id}#hop-dong`,
  blocker: (id: string): string => `/vuong-mac/${id}`,
  leader: (week: PlainDate): string => `/lanh-dao?week=${week}`,
  overview: (week: PlainDate): string => `/tong-quan?week=${week}`,
} as const;
