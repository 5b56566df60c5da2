/**
 * What had come of an office's duty to report when a week was frozen: approved; received but not yet approved; sent
 * back and not sent again; nothing.
 */
export const REPORT_STATES = ['reported', 'pending', 'sent-back', 'silent'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
