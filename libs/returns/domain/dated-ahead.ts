import type { PlainDate } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';

/**
 * Without the question why figures are dated ahead, once their day has come: then there is nothing to ask. An answer
 * that was given before stays where it is informed.
 */
export function withoutPastQuestion(
  findings: readonly Finding[],
  asOf: PlainDate | null,
  today: PlainDate,
): Finding[] {
  const hasCome = asOf !== null && asOf <= today;
  return findings.filter((finding) => !(hasCome && isQuestionOfDate(finding)));
}

function isQuestionOfDate({ code, severity }: Finding): boolean {
  return code === 'RET-DATE-FUTURE' && severity === 'question';
}
