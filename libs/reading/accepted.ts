import type { ReadingOptions } from './options';
import type { Finding } from './reading';

/** Questions and warnings that were answered with a reason stay, as information; errors can't be accepted. */
export function acceptFindings(findings: readonly Finding[], { accepted = [] }: ReadingOptions): Finding[] {
  return findings.map((finding) => {
    if (finding.severity !== 'question' && finding.severity !== 'warning') return finding;
    const reason = accepted.find(
      (a) => a.code === finding.code && a.sheet === finding.sheet && a.cell === finding.cell,
    )?.reason;
    return reason === undefined ? finding : { ...finding, severity: 'info', reason };
  });
}
