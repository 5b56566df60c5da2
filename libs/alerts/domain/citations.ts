import { plainDate, type PlainDate } from '@thongvon/kernel';
import type { AlertRule, Citation, Texts } from './alert-rule';

/**
 * Data: days from and before which the instruments that rules cite were in force (domain page, section 1; forms/law-2026,
 * sections 2 and 3). The day on which decree 99/2021 began is from memory of the decree; its articles were not compared.
 */
export const INSTRUMENTS = {
  '99/2021': { from: plainDate('2021-11-11'), until: plainDate('2025-09-26') },
  '37/2025': { from: plainDate('2025-06-12'), until: null },
  '226/NQ-CP': { from: plainDate('2025-08-05'), until: null },
  '159/CĐ-TTg': { from: plainDate('2025-09-07'), until: null },
  '254/2025': { from: plainDate('2025-09-26'), until: null },
} as const;

type Instrument = keyof typeof INSTRUMENTS;

/** A practice that no instrument dates. */
export function practice(vi: string, en: string): Citation[] {
  return [{ from: null, texts: [vi, en] }];
}

/** As cited since the instrument is in force. */
export function since(instrument: Instrument, vi: string, en: string): Citation {
  return { from: INSTRUMENTS[instrument].from, texts: [vi, en] };
}

/** Of a rule on payment that decree 254/2025 states: what went before it, each for its time. */
export function paymentDecrees(vi: string, en: string): Citation[] {
  return [
    {
      from: null,
      texts: [
        'Quy định về quản lý, thanh toán vốn đầu tư công tại thời điểm báo cáo (chưa đối chiếu)',
        'The rules on paying public investment at that time (not compared)',
      ],
    },
    since(
      '99/2021',
      'Nghị định 99/2021/NĐ-CP về quản lý, thanh toán, quyết toán vốn đầu tư công (chưa đối chiếu điều, khoản)',
      'Decree 99/2021 on managing, paying and settling public investment (articles not compared)',
    ),
    since('254/2025', vi, en),
  ];
}

/** What a rule cites of a day: nothing that came later, and nothing that was over. */
export function citationOn({ citations }: Pick<AlertRule, 'citations'>, day: PlainDate): Texts {
  return citations.findLast(({ from }) => from === null || from <= day)?.texts ?? ['', ''];
}
