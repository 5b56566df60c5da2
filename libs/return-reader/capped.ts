import { groupBy } from '@thongvon/kernel';
import type { Finding } from './reading';

/** A wrong file can give tens of thousands of findings; nobody reads, stores or answers more of one kind. */
const MOST_OF_ONE_KIND = 200;

/**
 * At most this many findings of one code and severity; a last one says how many `more` there are, so that counts stay
 * right (`countOfFindings`).
 */
export function capFindings(findings: readonly Finding[]): Finding[] {
  const kinds = groupBy(findings, ({ code, severity }) => `${code} ${severity}`);
  const kept = new Set([...kinds.values()].flatMap((same) => same.slice(0, MOST_OF_ONE_KIND)));
  const summaries = [...kinds.values()].flatMap((same) => {
    const [first] = same;
    const more = same.length - MOST_OF_ONE_KIND;
    return first && more > 0 ? [summaryOf(first, more)] : [];
  });
  return [...findings.filter((finding) => kept.has(finding)), ...summaries];
}

function summaryOf({ code, severity }: Finding, more: number): Finding {
  return {
    code,
    severity,
    sheet: null,
    cell: null,
    value: null,
    message: `Còn ${more} chỗ khác cùng loại ${code}, không liệt kê hết. Hãy xử lý các chỗ trên rồi nộp hoặc đọc lại.`,
    messageEn: `${more} more of ${code} are not listed. Deal with those above, then send or read the file again.`,
    more,
  };
}

/** How many things were found, with those that are only counted. */
export function countOfFindings(findings: readonly Pick<Finding, 'more'>[]): number {
  return findings.reduce((count, { more = 1 }) => count + more, 0);
}
