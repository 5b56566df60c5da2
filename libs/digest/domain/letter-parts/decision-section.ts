import { decisionAskedBy } from '@thongvon/alerts';
import { sumDong } from '@thongvon/kernel';
import type { Decision, DecisionOption } from '../decision';
import type { Digest } from '../digest';
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
import { briefOf, givenTexts, sentenceOf } from '../messages/decision-texts';
import { billions, shortDay, words } from '../messages/letter';
import { optionBrief, optionTexts, partsTexts, unplacedTexts } from '../messages/option-texts';
import { MOST_SHOWN } from '../ranking';

/** Those that the letter shows; the attachment holds all. */
export const shownDecisions = ({ decisions }: Pick<Digest, 'decisions'>): readonly Decision[] =>
  decisions.slice(0, MOST_SHOWN);

/** At most seven things to decide, the money of those that follow, what they are ranked by, and the button that leads to all. */
export function decisionSection(
  digest: Pick<Digest, 'decisions' | 'underway' | 'week'>,
  address: Address,
): LetterSection {
  const shown = shownDecisions(digest);
  const further = digest.decisions.slice(shown.length);
  const items: LetterItem[] = shown.map((decision) => itemOf(decision, address));
  const paragraphs =
    shown.length === 0
      ? []
      : [
          ...(further.length > 0 ? [words.furtherDecisions(further.length, moneyOf(further))] : []),
          words.ranking,
        ];
  return {
    title: words.decisions(digest.decisions.length, shown.length, moneyOf(shown)),
    note: null,
    blocks: [
      ...(items.length > 0
        ? [{ type: 'items' as const, caption: words.moneyCaption, unit: words.unit, items }]
        : []),
      ...paragraphs.map((text): LetterBlock => ({ type: 'paragraph', line: line(text) })),
      ...underwayLines(digest, address).map((each): LetterBlock => ({ type: 'paragraph', line: each })),
      { type: 'button', label: words.openLeaderPage, url: address(PAGES.leader(digest.week)) },
    ],
  };
}

/** What was decided and is within its day: it isn't asked for again. */
function underwayLines({ underway }: Pick<Digest, 'underway'>, address: Address): Line[] {
  if (underway.length === 0) return [];
  const shown = underway.slice(0, MOST_SHOWN);
  const further = underway.length - shown.length;
  return [
    [strong(words.underway(underway.length, moneyOf(underway)))],
    ...shown.map(({ project, amount, task }): Line => [
      plain(`${project.name}, ${billions(amount)} tỷ: ${givenTexts(task)[0]} `),
      { text: words.openTask, url: address(PAGES.task(task.id)), quiet: true },
    ]),
    ...(further > 0 ? [line(words.furtherUnderway(further))] : []),
  ];
}

/** What these are about together: each is of a project of its own, so that nothing counts twice. */
const moneyOf = (decisions: readonly Decision[]): string =>
  billions(sumDong(decisions.map(({ amount }) => amount)));

function itemOf(decision: Decision, address: Address): LetterItem {
  const { project, amount, reopened } = decision;
  const url = address(pageOf(decision));
  const unplaced = unplacedTexts(decision);
  const state = [...stateOf(decision), ...(reopened === null ? [] : [plain(` ${reopened}`)])];
  return {
    name: project.name,
    url,
    amount: billions(amount),
    brief: [...state, plain(` ${briefOf(decision)}`)],
    full: [...state, plain(` ${sentenceOf(decision)[0]}`)],
    options: decision.options.map((option) => ({
      brief: optionBrief(decision, option),
      full: `${optionTexts(decision, option)[0]}: ${partsTexts(option)[0]}.`,
      url: address(optionPage(decision, option)),
    })),
    note: unplaced?.[0] ?? null,
  };
}

/** Where it is mended. */
function pageOf({ blockerId, rule, project }: Decision): string {
  if (blockerId !== null) return PAGES.blocker(blockerId);
  return decisionAskedBy(rule)?.page === 'contracts'
    ? PAGES.contracts(project.id)
    : PAGES.project(project.id);
}

/** Where an option is done: capital is moved from project to project. */
function optionPage(decision: Decision, { kind }: DecisionOption): string {
  return kind === 'move' || kind === 'continue-or-stop' || kind === 'commit'
    ? PAGES.project(decision.project.id)
    : pageOf(decision);
}

/** How long it has waited. */
function stateOf({ daysOverdue, due, blockerId, staleFrom, openFor, daysLeft }: Decision): Line {
  // Of a blocker it is the capital held that is of old figures.
  const by = staleFrom === null ? '' : ` (số ${shortDay(staleFrom)})`;
  if (daysOverdue !== null && daysOverdue > 0) return [alarm(`Quá hạn ${daysOverdue} ngày${by}.`)];
  if (daysOverdue !== null && due !== null)
    return [strong(`Còn ${-daysOverdue} ngày (${shortDay(due)})${by}.`)];
  if (blockerId !== null) return [strong(`Chưa có hạn${by}.`)];
  const since = openFor > 0 ? `, nêu ${openFor} ngày trước` : '';
  return [strong(`Còn ${daysLeft} ngày đến hạn giải ngân${since}${by}.`)];
}
