import type { Texts } from './alert-rule';

/** A rule that the practice knows and the system can't look at, since nothing brings its data in. */
export interface MissingInput {
  readonly id: string;
  readonly title: Texts;
  readonly missing: Texts;
}

/** Data: said openly, so that nobody takes silence for "all is well". */
export const MISSING_INPUTS: readonly MissingInput[] = [
  {
    id: 'contract-advance-past-clock',
    title: ['Tạm ứng hợp đồng quá hạn thu hồi', 'Contract advance past its recovery clock'],
    missing: [
      'Mới có tạm ứng bồi thường; chưa có nơi nhập hợp đồng và tạm ứng hợp đồng',
      'Only compensation advances have a way in, contracts and their advances do not',
    ],
  },
];
