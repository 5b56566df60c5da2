import { plainDate } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { figureWeek } from '../figure-week';
import { nothingDisbursed } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Projects with a plan of which a report from after the first quarter says that nothing is disbursed. "Not reported" is not zero. */
export const nothingAfterFirstQuarter: AlertRule = {
  id: 'nothing-after-first-quarter',
  title: ['0 % sau quý I', '0 % after the first quarter'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Dự án chưa giải ngân được nêu tên trong các cuộc giao ban',
    'Projects without any disbursement are named in reviews',
  ),
  subjects: ['project'],
  ofPace: true,
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) => {
    const quarterEnd = plainDate(`${now.planYear}-03-31`);
    return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
      const { planned, disbursed } = totalOf(lines, 'current-year');
      if (!thresholds({ organizationId }) || planned === null || planned <= 0n || disbursed !== 0n) return [];
      if ((figureWeek(lines, now) ?? quarterEnd) <= quarterEnd) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: planned,
          numbers: {
            planned: planned.toString(),
            disbursed: '0',
          } satisfies NumbersOf<'nothing-after-first-quarter'>,
          texts: nothingDisbursed(name, planned),
        },
      ];
    });
  },
};
