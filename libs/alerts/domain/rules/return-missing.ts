import { dutyRule } from '../duty-rule';
import { returnMissing as texts } from '../messages/duties';

/** Offices that owe a return this week and have sent none. */
export const returnMissing = dutyRule(
  { id: 'return-missing', title: ['Chưa gửi báo cáo', 'Return missing'], severity: 'warning' },
  'missing',
  texts,
);
