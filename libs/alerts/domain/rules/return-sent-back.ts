import { dutyRule } from '../duty-rule';
import { returnSentBack as texts } from '../messages/duties';

/** Offices whose return was sent back and has not come again. */
export const returnSentBack = dutyRule(
  { id: 'return-sent-back', title: ['Báo cáo bị trả lại', 'Return sent back'], severity: 'warning' },
  'sent-back',
  texts,
);
