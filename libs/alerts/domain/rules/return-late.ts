import { dutyRule } from '../duty-rule';
import { returnLate as texts } from '../messages/duties';

/** Offices whose return came after the cut-off. */
export const returnLate = dutyRule(
  { id: 'return-late', title: ['Báo cáo muộn', 'Return late'], severity: 'info' },
  'late',
  texts,
);
