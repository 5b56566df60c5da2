import { addTo, groupBy } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';
import type { Preview } from '../preview';
import { asksOf, type Cause, CAUSE_ASKS, type CauseAsks } from './cause';
import { choicesOfAll } from './cause-choices';
import { titleOf } from './cause-words';
import { columnOf, follows, isOpen, RANKS, rankOf } from './settling';

/**
 * Findings by what causes them, first what settles the rest. Each finding is in exactly one cause: it causes it, is one of several
 * places that one answer or one mending settles, or follows from it.
 */
export function causesOf(findings: readonly Finding[], preview: Pick<Preview, 'sections'> | null): Cause[] {
  const { leads, following } = leadsOf(findings);
  const groups = [...groupBy(leads, (index) => groupKey(findings[index], findings))].map(
    ([, members]) => members,
  );
  return groups
    .map((members) =>
      causeOf(
        members,
        members.flatMap((index) => following.get(index) ?? []),
        findings,
        preview,
      ),
    )
    .sort(
      (a, b) => orderOf(a, findings) - orderOf(b, findings) || (a.findings[0] ?? 0) - (b.findings[0] ?? 0),
    );
}

/** How many causes of each sort there are. */
export function countCauses(causes: readonly Pick<Cause, 'asks'>[]): Record<CauseAsks, number> {
  const counts = { mend: 0, answer: 0, check: 0, understood: 0 };
  for (const { asks } of causes) counts[asks] += 1;
  return counts;
}

/** Which findings cause something of their own, and which follow from which of those. */
function leadsOf(findings: readonly Finding[]): { leads: number[]; following: Map<number, number[]> } {
  const following = new Map<number, number[]>();
  const leads: number[] = [];
  // What may cause others, by the sheet that it is on; a finding without a sheet is about all.
  const causing = new Map<string | null, number[]>();
  const byRank = findings
    .map((finding, index) => ({ finding, index, rank: RANKS.indexOf(rankOf(finding)) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { finding, index } of byRank) {
    const before = [
      ...(causing.get(null) ?? []),
      ...(finding.sheet === null ? [] : (causing.get(finding.sheet) ?? [])),
    ];
    const lead = before.find((one) => {
      const earlier = findings[one];
      return earlier !== undefined && follows(finding, earlier);
    });
    if (lead !== undefined) {
      addTo(following, lead, index);
      continue;
    }
    leads.push(index);
    if (isOpen(finding)) addTo(causing, finding.sheet, index);
  }
  return { leads: leads.sort((a, b) => a - b), following };
}

/** What one answer, one reason or one way of mending settles. */
function groupKey(finding: Finding | undefined, findings: readonly Finding[]): string {
  if (finding === undefined) return '';
  const { code, asks = '', sheet, cell, choices = [], more } = finding;
  const base = [asksOf(finding), code, asks];
  const values = choices.map(({ value }) => value).join(' ');
  // It stands for others of its code, which are listed.
  const listed =
    more === undefined
      ? finding
      : (findings.find((one) => isOfSame(one, finding) && one.more === undefined) ?? finding);
  if (listed !== finding) return groupKey(listed, findings);
  switch (asks) {
    case 'reason':
      return JSON.stringify(base);
    case 'project':
      return JSON.stringify([...base, finding.value]);
    case 'amount':
    case 'cell-scale':
      return JSON.stringify([...base, sheet, columnOf(finding), values]);
    case 'row':
      return JSON.stringify([...base, sheet, values]);
    case '':
      return JSON.stringify([...base, ...(cell === null ? [] : [sheet, columnOf(finding)])]);
    default:
      return JSON.stringify([...base, sheet, cell, finding.value]);
  }
}

const isOfSame = (one: Finding, other: Finding): boolean =>
  one.code === other.code && one.severity === other.severity && one.asks === other.asks;

function causeOf(
  members: readonly number[],
  consequences: readonly number[],
  findings: readonly Finding[],
  preview: Pick<Preview, 'sections'> | null,
): Cause {
  const own = members.flatMap((index) => findings[index] ?? []);
  const [first] = own;
  if (first === undefined) throw new Error('a cause without findings');
  const asks = asksOf(first);
  const places = own.reduce((sum, { more = 1 }) => sum + more, 0);
  const choices = asks === 'answer' ? choicesOfAll(own, preview) : [];
  return {
    key: keyOf(first),
    asks,
    ...titleOf(own, places),
    findings: members,
    consequences: consequences.toSorted((a, b) => a - b),
    places,
    choices,
    isOne: asks === 'answer' && (first.asks === 'reason' || choices.length > 0),
  };
}

/** Names a finding in an address: it stays the same when others are settled. */
function keyOf({ code, sheet, cell, value }: Finding): string {
  return [code.replace(/^RET-/, ''), sheet ?? '', cell ?? '', cell === null ? (value ?? '') : ''].join('~');
}

/** What must be done comes first, in the order in which it settles the rest. */
function orderOf({ asks, findings: [first = 0] }: Cause, findings: readonly Finding[]): number {
  const finding = findings[first];
  const rank = finding === undefined ? 0 : RANKS.indexOf(rankOf(finding));
  const sort = asks === 'answer' ? 0 : CAUSE_ASKS.indexOf(asks);
  return sort * RANKS.length + rank;
}
