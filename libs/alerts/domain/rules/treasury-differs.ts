import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { treasuryDiffers as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { sourceLabel } from '../week-facts';

/** Board and Treasury name different sums for the same day, and nobody has explained it. */
export const treasuryDiffers: AlertRule = {
  id: 'treasury-differs',
  title: ['Lệch số Kho bạc', 'The Treasury differs'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Đối chiếu với Kho bạc Nhà nước; số của Kho bạc là số quyết định',
    'Reconciliation with the State Treasury, whose figures prevail',
  ),
  subjects: ['capital-line'],
  bySource: true,
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.treasury.flatMap((difference) => {
      const { projectId, projectName, organizationId, source, board, treasury, on } = difference;
      if (!thresholds({ organizationId, ...(source === null ? {} : { source }) }) || board === treasury)
        return [];
      return [
        {
          subject: { kind: 'capital-line', id: `${projectId}/${source ?? ''}`, name: projectName },
          organizationId,
          projectId,
          ...(source === null ? {} : { source }),
          amount: board > treasury ? board - treasury : treasury - board,
          numbers: {
            source,
            board: board.toString(),
            treasury: treasury.toString(),
            on,
          } satisfies NumbersOf<'treasury-differs'>,
          texts: texts(projectName, difference, sourceLabel(now, source)),
        },
      ];
    }),
};
