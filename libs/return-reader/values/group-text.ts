import { PROJECT_GROUPS, type PlanYear, type ProjectGroup } from '@thongvon/kernel';
import { FINISHED, GROUP_FILLERS, GROUP_PHRASES, OTHER_STAGES, TO_BE_FINISHED } from '../vocabulary/groups';
import { memoize, memoizeByWords, PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import { yearsIn } from './dates';
import { splitOrdinal } from './ordinal';
import { planTypeIn } from './plan-type-text';

type Word = ProjectGroup | 'finished' | 'to-be-finished' | 'other-stage';

const NAMES = new PhraseBook<Word>({
  ...GROUP_PHRASES,
  finished: FINISHED,
  'to-be-finished': TO_BE_FINISHED,
  'other-stage': OTHER_STAGES,
});
const FILLERS = new PhraseBook<'filler'>({ filler: GROUP_FILLERS });

/** What a label says of groups; none where it says anything else besides. */
interface Said {
  readonly groups: readonly ProjectGroup[];
  /** "Hoàn thành", of which a year may say that it is yet to come. */
  readonly finished: boolean;
  readonly otherStage: boolean;
}

const saidBy: (label: string) => Said | null = memoize((label) => {
  const bare = (splitOrdinal(label)?.label ?? label).replace(/[([][^)\]]*[)\]]/g, ' ');
  const words = wordsOf(bare);
  const found = NAMES.find(words);
  if (found.length === 0) return null;
  const covered = new Set(
    found.flatMap(({ at, length }) => words.slice(at, at + length).map((_, i) => at + i)),
  );
  // What stands between the names is looked at piece by piece, so that no filler reaches into a name.
  const rest = words.map((word, i) => (covered.has(i) ? '' : word)).filter((word) => word !== '');
  const fillers = FILLERS.find(rest);
  const filled = new Set(
    fillers.flatMap(({ at, length }) => rest.slice(at, at + length).map((_, i) => at + i)),
  );
  if (!rest.every((word, i) => filled.has(i) || /^\d+$/.test(word))) return null;
  const means = found.map((match) => match.means);
  return {
    groups: PROJECT_GROUPS.filter((group) => means.includes(group)),
    finished: means.includes('finished'),
    otherStage: means.includes('other-stage'),
  };
});

/** "Vốn năm trước chuyển tiếp sang" speaks of capital that is carried over, not of works that go on. */
const ofCapital: (label: string) => boolean = memoizeByWords((label) =>
  ['carried-over', 'advanced-from-next-year', 'advanced-last-year'].includes(planTypeIn(label) ?? ''),
);

/** Whether a text names a group of projects, whichever, and nothing else. */
export function saysGroup(text: string): boolean {
  return text !== '' && saidBy(text) !== null && !ofCapital(text);
}

/**
 * The group of projects that a heading or cell names in a table of this plan year: "A. DỰ ÁN CHUYỂN TIẾP", "Khởi công mới năm
 * 2023". `unclear`: it names several, "Hoàn thành và chuyển tiếp". Undefined: none, or one of another year.
 */
export function groupIn(label: string, planYear: PlanYear | undefined): ProjectGroup | 'unclear' | undefined {
  const said = label === '' ? null : saidBy(label);
  if (said === null || ofCapital(label)) return undefined;
  const years = yearsIn(label);
  // Works that were new two years ago go on, or are completed: the label doesn't say which.
  const ofOtherYear = years.length > 0 && !years.some((year) => year === planYear);
  const groups = said.groups.filter((group) => group !== 'new-start' || !ofOtherYear);
  const past = years.every((year) => planYear !== undefined && year < planYear);
  if (said.finished && past && !groups.includes('completed')) groups.push('completed');
  if (groups.length + (said.otherStage ? 1 : 0) > 1) return 'unclear';
  return groups[0];
}
