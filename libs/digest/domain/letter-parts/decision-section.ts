import { decisionAskedBy } from '@thongvon/alerts';
import { CAUSES } from '@thongvon/blockers';
import type { Decision, Digest } from '../digest';
import {
  type Address,
  alarm,
  type LetterBlock,
  type LetterItem,
  type LetterSection,
  type Line,
  line,
  PAGES,
  plain,
  strong,
} from '../letter';
import { askOf, billions, percent, shortDay, words } from '../messages/letter';
import { rateOf } from '../shares';

/** Reasons in a cell may be long; the letter has one screen. */
const LONGEST_REASON = 90;
/** A leader decides on so many things a week, and no more. */
const MOST_DECISIONS = 7;

/** Those that the letter shows; the attachment holds all. */
export const shownDecisions = ({ decisions }: Pick<Digest, 'decisions'>): readonly Decision[] =>
  decisions.slice(0, MOST_DECISIONS);

/** At most seven things to decide, under what they have in common, and the button that leads to all. */
export function decisionSection(digest: Pick<Digest, 'decisions' | 'week'>, address: Address): LetterSection {
  const decisions = shownDecisions(digest);
  const more = digest.decisions.length - decisions.length;
  const further: LetterBlock[] =
    more > 0 ? [{ type: 'paragraph', line: line(words.furtherDecisions(more)) }] : [];
  return {
    title: words.decisions(digest.decisions.length, decisions.length),
    note: null,
    blocks: [
      ...groupsOf(decisions, address),
      ...further,
      { type: 'button', label: words.openLeaderPage, url: address(PAGES.leader(digest.week)) },
    ],
  };
}

/** Neighbours of one kind share a caption; the order of the decisions stays. */
function groupsOf(decisions: readonly Decision[], address: Address): LetterBlock[] {
  const groups: { caption: string; items: LetterItem[] }[] = [];
  for (const decision of decisions) {
    const caption = captionOf(decision);
    const last = groups.at(-1);
    const item = itemOf(decision, address);
    if (last?.caption === caption) last.items.push(item);
    else groups.push({ caption, items: [item] });
  }
  return groups.map(({ caption, items }) => ({ type: 'items', caption, unit: words.unit, items }));
}

function captionOf({ blockerId, rule }: Decision): string {
  if (blockerId !== null) return words.heldCaption;
  return decisionAskedBy(rule)?.caption === 'spending' ? words.spendingCaption : words.otherCaption;
}

function itemOf(decision: Decision, address: Address): LetterItem {
  const { project, blockerId, amount, rule, cause, reopened } = decision;
  return {
    name: project.name,
    url: address(pageOf(decision)),
    amount: billions(amount),
    line: [
      ...stateOf(decision),
      ...(reopened === null ? [] : [plain(` ${reopened}`)]),
      plain(` ${reasonOf(decision)} ${decision.unit ?? words.noUnit}. `),
      strong(words.decide),
      plain(` ${askOf(rule, blockerId, cause)[0]}`),
    ],
  };
}

/** Where it is mended. */
function pageOf({ blockerId, rule, project }: Decision): string {
  if (blockerId !== null) return PAGES.blocker(blockerId);
  return decisionAskedBy(rule)?.page === 'contracts'
    ? PAGES.contracts(project.id)
    : PAGES.project(project.id);
}

/** How long it has waited, or how far it is. */
function stateOf(decision: Decision): Line {
  const { daysOverdue, due, share, openFor, blockerId, daysLeft, staleFrom } = decision;
  // Of a blocker it is the capital held that is of old figures.
  const by = staleFrom === null ? '' : ` (số ${shortDay(staleFrom)})`;
  if (daysOverdue !== null && daysOverdue > 0) return [alarm(`Quá hạn ${daysOverdue} ngày${by}.`)];
  if (daysOverdue !== null && due !== null)
    return [strong(`Còn ${-daysOverdue} ngày (${shortDay(due)})${by}.`)];
  const since = openFor > 0 ? `, cảnh báo ${openFor} ngày` : '';
  if (blockerId !== null) return [strong(`Chưa có hạn${since}${by}.`)];
  const place = share.disbursed === 0n ? 'Chưa chi đồng nào' : `Mới ${percent(rateOf(share))}`;
  return [strong(`${place}${by}; còn ${daysLeft} ngày${since}.`)];
}

function reasonOf({ cause, reason }: Decision): string {
  if (reason !== null) return ended(shortened(reason));
  const label = CAUSES.find(({ code }) => code === cause)?.label;
  return cause === 'unclassified' || label === undefined ? 'Chưa nêu lý do.' : `${label}.`;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_REASON) return text;
  const cut = text.slice(0, LONGEST_REASON);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_REASON / 2))}…`;
}

const ended = (text: string): string => (/[.…!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
