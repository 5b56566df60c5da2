import type { ReturnSummaryView } from '@thongvon/api-contract';
import { countOfFindings, type Finding, type Reading, type Severity } from '@thongvon/return-reader';
import { lowersTotal } from './consequence';
import { registeredBy } from './registered-projects';
import { PREVIEW_STATES, type Preview, type PreviewReplacement, type PreviewSection } from './preview';

const SEVERITIES = ['error', 'question', 'warning', 'info'] as const satisfies readonly Severity[];

/** A reading in the few numbers that a list shows, so that lists need not open what can be megabytes. */
export function summaryOf(
  { total }: Pick<Reading, 'total'>,
  findings: readonly Finding[],
  preview: Preview,
): ReturnSummaryView {
  const { sections, consequences = [] } = preview;
  return {
    planned: total.planned,
    disbursed: total.disbursed,
    rate: total.rate,
    sections: sections.map(({ kind, before, after, change, rows, replaces }) => ({
      kind,
      before,
      after,
      change,
      projects: countsOf(PREVIEW_STATES, (state) => rowsIn(rows, state)),
      ...(replaces === undefined ? {} : { replaces: inShort(replaces) }),
    })),
    lowers: lowersTotal(consequences),
    registers: registeredBy(preview).length,
    findings: countsOf(SEVERITIES, (severity) =>
      countOfFindings(findings.filter((finding) => finding.severity === severity)),
    ),
  };
}

const inShort = ({ leftOut: _, ...replaces }: PreviewReplacement): Omit<PreviewReplacement, 'leftOut'> =>
  replaces;

const rowsIn = (rows: PreviewSection['rows'], state: string): number =>
  rows.filter((row) => row.state === state).length;

function countsOf<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}
