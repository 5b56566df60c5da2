import { messageOf } from '../findings/findings';
import { columnIndex } from '../sheet/grid';
import type { ReadingOptions } from '../model/options';
import type { Finding, WitnessKind } from '../model/reading';
import { type Hypothesis, hypothesesOf, Trials, TRIED } from './hypotheses';
import { contradictionsOf, judge, type Judged, verdictsOf } from './judge';
import { effectOf, type ReadOutcome } from './outcome';
import { SETTLES } from './settles';

/** A question that the whole table settled. */
export interface Settled extends Hypothesis {
  readonly confirmedBy: readonly WitnessKind[];
  readonly rejected: readonly {
    readonly choice: Hypothesis['choice'];
    readonly outcome: ReadOutcome;
    readonly contradictedBy: readonly WitnessKind[];
  }[];
}

/** The reading with all that could be settled, and what is said of the questions that stay open. */
export interface JointReading {
  readonly outcome: ReadOutcome;
  readonly settled: readonly Settled[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the file with each choice of its open questions, and takes what the whole table leaves: several questions at once, where each
 * hides the other. What stays open says of each choice what the return's total would be with it, and whether that agrees with the
 * plan ledger, the last return and what the file states itself.
 */
export function decideJointly(
  first: ReadOutcome,
  cells: number,
  options: ReadingOptions,
  read: (options: ReadingOptions) => ReadOutcome,
): JointReading {
  const trials = new Trials(cells, options, read);
  const settled: Settled[] = [];
  let outcome = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = outcome.reading.findings.filter((finding) => mayBeSettled(finding, options));
    const sets = [
      ...open.map((finding) => [finding]),
      ...(open.length > 1 ? [open.slice(0, MOST_AT_ONCE)] : []),
    ];
    const found = firstSettled(sets, settled, { trials, options, outcome });
    if (!found) break;
    settled.push(...found.settled);
    outcome = found.outcome;
  }
  return { outcome, settled, findings: withEffects(outcome, settled, trials, options) };
}

/** Each round settles a question at least; files that ask more are asked about. */
const MOST_ROUNDS = 4;
const MOST_AT_ONCE = 3;
const MOST_COMBINATIONS = 24;

interface Settling {
  readonly trials: Trials;
  readonly options: ReadingOptions;
  readonly outcome: ReadOutcome;
}

/** Whether the whole table may answer in a person's stead: never where a person has answered of the same. */
function mayBeSettled(finding: Finding, { units = [], columns = [] }: ReadingOptions): boolean {
  const { severity, asks, sheet, choices = [] } = finding;
  if (severity !== 'question' || choices.length < 2 || !confirmersOf([finding])) return false;
  if (asks === 'unit') return !units.some((answer) => answer.sheet === sheet && answer.column === undefined);
  const named = new Set(choices.flatMap(({ value }) => columnsIn(value)));
  return !columns.some((answer) => answer.sheet === sheet && named.has(answer.column));
}

/** What can confirm the answers to all of the questions at once; undefined where one of them is a person's. */
function confirmersOf(questions: readonly Finding[]): readonly WitnessKind[] | undefined {
  const [first, ...others] = questions.map((finding) => {
    const id = messageOf(finding);
    return id && SETTLES[id];
  });
  return first?.filter((witness) => others.every((confirmers) => confirmers?.includes(witness)));
}

const columnsIn = (value: string): string[] =>
  value
    .split(',')
    .flatMap((part) => /^\s*([A-Z]{1,3})=/.exec(part)?.[1] ?? [])
    .sort((a, b) => columnIndex(a) - columnIndex(b));

interface Found {
  readonly outcome: ReadOutcome;
  readonly settled: readonly Settled[];
}

function firstSettled(
  sets: readonly (readonly Finding[])[],
  before: readonly Settled[],
  at: Settling,
): Found | undefined {
  for (const questions of sets) {
    const found = settle(questions, before, at);
    if (found) return found;
  }
  return undefined;
}

/** The one combination of choices that the table leaves, if there is one. */
function settle(
  questions: readonly Finding[],
  before: readonly Settled[],
  { trials, options, outcome }: Settling,
): Found | undefined {
  const combinations = combined(questions);
  if (combinations.length > MOST_COMBINATIONS) return undefined;
  const sets = combinations.map((set) => [...before, ...set]);
  const outcomes = trials.outcomes(sets, questions.length > 1 ? reservedFor(outcome) : 0);
  if (!outcomes) return undefined;
  const judged = outcomes.map((one, i): Judged => ({
    outcome: one,
    verdicts: verdictsOf(one, options),
    mayBeBehind: combinations[i]?.some(leavesChangesOut) ?? false,
  }));
  const decided = judge(judged, confirmersOf(questions) ?? []);
  const chosen = decided && combinations[decided.index];
  const taken = decided && judged[decided.index];
  if (!decided || !chosen || !taken) return undefined;
  return {
    outcome: taken.outcome,
    settled: chosen.map(({ finding, choice }, q): Settled => ({
      finding,
      choice,
      confirmedBy: decided.confirmedBy,
      rejected: combinations.flatMap((set, i) => {
        const own = set[q];
        const result = judged[i];
        // Of several questions, each rejected choice next to what was taken of the others.
        const isOther =
          own && own.choice !== choice && set.every((h, at) => at === q || h.choice === chosen[at]?.choice);
        return isOther && result
          ? [
              {
                choice: own.choice,
                outcome: result.outcome,
                contradictedBy: contradictionsOf(result.verdicts),
              },
            ]
          : [];
      }),
    })),
  };
}

function combined(questions: readonly Finding[]): Hypothesis[][] {
  return questions.reduce<Hypothesis[][]>(
    (sets, finding) => sets.flatMap((set) => hypothesesOf(finding).map((hypothesis) => [...set, hypothesis])),
    [[]],
  );
}

/** Readings that the effects of the open questions will take. */
function reservedFor({ reading }: ReadOutcome): number {
  return reading.findings.reduce(
    (sum, { severity, asks, choices = [] }) =>
      severity === 'question' && asks !== undefined && TRIED.includes(asks) ? sum + choices.length : sum,
    0,
  );
}

/** "D=planned,E=ignored", where another choice adds E to D. */
function leavesChangesOut({ finding, choice }: Hypothesis): boolean {
  const adds = finding.choices?.some(({ value }) => /=(?:planned-increase|planned-decrease)\b/.test(value));
  return adds === true && /=ignored\b/.test(choice.value);
}

/** Each question that stays open, with what its choices would make of the return. */
function withEffects(
  { reading }: ReadOutcome,
  settled: readonly Settled[],
  trials: Trials,
  options: ReadingOptions,
): Finding[] {
  const effects = new Map<Finding, Pick<Finding, 'choices' | 'withoutEffects'>>();
  const open = TRIED.flatMap((asks) =>
    reading.findings.filter((f) => f.severity === 'question' && f.asks === asks && f.choices !== undefined),
  );
  for (const finding of open) {
    const hypotheses = hypothesesOf(finding);
    if (!trials.allows(hypotheses.map((hypothesis) => [...settled, hypothesis]))) {
      effects.set(finding, { withoutEffects: 'size' });
      continue;
    }
    effects.set(finding, {
      choices: hypotheses.map((hypothesis) => {
        const [outcome] = trials.outcomes([[...settled, hypothesis]]) ?? [];
        return outcome ? { ...hypothesis.choice, effect: effectOf(outcome, options) } : hypothesis.choice;
      }),
    });
  }
  return reading.findings.map((finding) => ({ ...finding, ...effects.get(finding) }));
}
