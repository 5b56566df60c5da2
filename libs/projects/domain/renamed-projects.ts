import { type Dong, unaccent } from '@thongvon/kernel';
import type { NamedProject } from './project-match';

/** A row that names no project of the register, with what it says of its money. */
export interface UnknownRow extends NamedProject {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** A project of the sender's that the return doesn't list, with its plan and its last figure. */
export interface UnlistedProject extends NamedProject {
  readonly id: string;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  /** It stood in the sender's return before: that it is missing is asked about anyway. */
  readonly expected: boolean;
}

/** More proposals than this help nobody. */
const MOST = 5;

/**
 * A project that is missing and one that is new may be one that was renamed: with the same plan to the đồng, the same
 * last figure, or nearly the same name. By the row's place in `rows`, the likeliest first; two codes that differ are two
 * projects, unless one is missing and both name and money agree.
 */
export function renamedProjects<Project extends UnlistedProject>(
  rows: readonly UnknownRow[],
  unlisted: readonly Project[],
): readonly (readonly Project[])[] {
  return rows.map((row) =>
    unlisted
      .flatMap((project) => {
        const score = scoreOf(row, project);
        return score > 0 ? [{ project, score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ project }) => project),
  );
}

/** A hundred million đồng, in which plans are mostly given. */
const ROUND = 100_000_000n;
const isRound = (planned: Dong | null): boolean => planned !== null && planned % ROUND === 0n;

/** 0: two projects. Else the more, the likelier it is that they are one. */
function scoreOf(row: UnknownRow, project: UnlistedProject): number {
  const alike = likeness(row.name, project.name);
  const equalPlan = row.planned !== null && row.planned > 0n && row.planned === project.planned;
  // Many projects are given one round amount: where nothing is missing, it needs words that both names have.
  const samePlan = equalPlan && (project.expected || alike >= 0.3 || !isRound(row.planned));
  const sameFigure = row.disbursed !== null && row.disbursed > 0n && row.disbursed === project.disbursed;
  const same = saysTheSame(row.name, project.name);
  const score = alike + (samePlan ? 1 : 0) + (sameFigure ? 1 : 0) + (same ? 1 : 0);
  if (row.code !== null && project.code !== null)
    return project.expected && (samePlan || sameFigure) && alike >= 0.5 ? score : 0;
  // Without anything missing, a name that only resembles another is a new project.
  const near = project.expected ? alike >= 0.5 : same;
  return near || samePlan || sameFigure ? score : 0;
}

/** Words that say nothing of which project it is. */
const EMPTY = new Set('va cua cac du an cong trinh hang muc tai cho'.split(' '));
const NUMBERS: Readonly<Record<string, string>> = {
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  nam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  muoi: '10',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
};

/** The words of a name that tell it from others: without accents, numbers as digits, "08" as "8". */
function wordsOfName(name: string): string[] {
  return unaccent(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => NUMBERS[word] ?? word.replace(/^0+(?=\d)/, ''));
}

/**
 * How alike two names are, from 0 to 1: the share of their words that both have, where an abbreviation ("THCS", "NVH")
 * has the words of which it is the initials.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOfName(a), wordsOfName(b)];
  const shared = sharedWords(left, right);
  const all = left.length + right.length;
  return all === 0 ? 0 : (shared.left + shared.right) / all;
}

/** Whether the one name says all that the other says, and little more: a word dropped, added or abbreviated. */
export function saysTheSame(a: string, b: string): boolean {
  const [left, right] = [wordsOfName(a), wordsOfName(b)];
  const shared = sharedWords(left, right);
  const contained = shared.left === left.length || shared.right === right.length;
  return contained && shared.left > 0 && likeness(a, b) >= 0.6;
}

/** How many words of each find their like in the other. */
function sharedWords(
  left: readonly string[],
  right: readonly string[],
): { readonly left: number; readonly right: number } {
  const rest = [...right];
  const single: string[] = [];
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) single.push(word);
    else rest.splice(at, 1);
  }
  const short = abbreviated(single, rest);
  const long = abbreviated(rest, single);
  return {
    left: left.length - single.length + short.abbreviations + long.words,
    right: right.length - rest.length + short.words + long.abbreviations,
  };
}

/** How many of the words are abbreviations of others, and of how many: their initials, or their beginnings. */
function abbreviated(
  words: readonly string[],
  others: readonly string[],
): { readonly abbreviations: number; readonly words: number } {
  const initials = others.map((word) => word.charAt(0)).join('');
  return words.reduce(
    (found, word) => {
      const long = /^[a-z]{2,6}$/.test(word) && initials.includes(word) ? word.length : 0;
      return long > 0 ? { abbreviations: found.abbreviations + 1, words: found.words + long } : found;
    },
    { abbreviations: 0, words: 0 },
  );
}
