import { unaccent, compareDecimals } from '@thongvon/kernel';
import type { Figures } from './figures';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import type { Features } from './features';
import { IGNORED, type AmountField, type Meaning } from '../model/meaning';
import { onlyPlanType } from './plan-type-scope';
import { OUTSTANDING, signOfRecovered } from './recovery';
import { fittingSums, rowsWithAmount, sumOfRow, type Term } from './witness';

/** Columns of payments whose captions don't tell how they make the disbursement. */
interface Payments {
  /** "Thanh toán", which is the whole or only what was paid for work; "Khối lượng hoàn thành", paid or only done. */
  readonly doubtful: number;
  readonly isPayment: boolean;
  readonly advance: number | undefined;
  readonly recovered: number | undefined;
}

type Meanings = readonly (readonly [number, Meaning])[];

/**
 * "Thanh toán | Tạm ứng | Hoàn tạm ứng" and "Khối lượng hoàn thành | Tạm ứng": whether the first column holds the
 * advances, or is paid at all, its caption doesn't say. What the table counts itself decides: its rates, its remainders,
 * and that a whole is not less than its part. Else a person is asked, with every sum that the columns can make.
 */
export function settlePayments(
  features: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  for (const payments of doubtfulPayments(features, input, meanings)) {
    const all = alternativesOf(payments, features, meanings).filter((one) =>
      isPossible(one, payments, input.figures),
    );
    const sums = all.map((one) => termsOf(one, input));
    const telling = [payments.advance, payments.recovered].flatMap((column) =>
      column === undefined ? [] : rowsWithAmount(input.figures, column),
    );
    const [fitting, ...others] = fittingSums(sums, [...new Set(telling)], undefined, {
      features,
      input,
      meanings,
    });
    const only =
      all.length === 1 ? all[0] : others.length === 0 && fitting !== undefined ? all[fitting] : undefined;
    const columns = [payments.doubtful, payments.advance, payments.recovered].flatMap((c) => c ?? []);
    for (const [column, meaning] of only ?? []) meanings.set(column, meaning);
    if (only) continue;
    // What was recovered is asked about here.
    if (payments.recovered !== undefined) meanings.set(payments.recovered, IGNORED);
    questions.push({ field: 'disbursed', columns, why: 'payments', alternatives: all });
  }
}

function doubtfulPayments(
  features: readonly Features[],
  { figures, answered, header }: AssignmentInput,
  meanings: ReadonlyMap<number, Meaning>,
): Payments[] {
  const filled = (column: number): boolean => rowsWithAmount(figures, column).length > 0;
  const columnOf = (field: AmountField, like: Meaning): number | undefined =>
    [...meanings].find(
      ([, other]) =>
        other.field === field &&
        'planType' in other &&
        'planType' in like &&
        other.planType === like.planType &&
        other.source?.code === like.source?.code,
    )?.[0];
  const featuresOf = (column: number): Features | undefined => features.find((f) => f.column === column);
  const found: Payments[] = [];
  for (const [column, meaning] of meanings) {
    if (meaning.field !== 'advance' && meaning.field !== 'recovered') continue;
    if (meaning.field === 'recovered' && columnOf('advance', meaning) !== undefined) continue;
    const own = featuresOf(column);
    if (!own || own.ofWhich || !filled(column) || columnOf('completed', meaning) !== undefined) continue;
    const total = columnOf('disbursed', meaning);
    const recovered = columnOf('recovered', meaning);
    const rest = {
      advance: meaning.field === 'advance' ? column : undefined,
      recovered: recovered !== undefined && filled(recovered) ? recovered : undefined,
    };
    const isAnswered = [total, column, recovered].some((c) => c !== undefined && answered.has(c));
    if (isAnswered) continue;
    if (total !== undefined) {
      const f = featuresOf(total);
      const isSum = header.numbers.some((number) => number.column === total && number.sum);
      if (f && !isSum && isPlainPayment(f)) found.push({ doubtful: total, isPayment: true, ...rest });
      continue;
    }
    const work = features.find(
      (f) =>
        isWork(f) &&
        !meanings.has(f.column) &&
        !answered.has(f.column) &&
        standsWith(f, own) &&
        filled(f.column),
    );
    if (work) found.push({ doubtful: work.column, isPayment: false, ...rest });
  }
  return found;
}

/** "Thanh toán", "Số vốn đã thanh toán đến 21/6": not "Giải ngân", nor anything that says that it is a total. */
function isPlainPayment({ path, total }: Features): boolean {
  const text = unaccent(path.at(-1)?.text ?? '');
  return (
    !total &&
    /\b(?:thanh toan|cap phat|thuc chi)\b/.test(text) &&
    !/\b(?:giai ngan|tong|tam ung|ca|gom)\b/.test(text)
  );
}

function isWork({ path, measure, time, otherYear, midTerm }: Features): boolean {
  const leaf = path.at(-1);
  return (
    measure === 'other' &&
    leaf?.tags.has('work') === true &&
    (time === undefined || time === 'cumulative') &&
    !otherYear &&
    !midTerm
  );
}

/** Under the same captions. */
function standsWith(a: Features, b: Features): boolean {
  return a.path.length === b.path.length && a.path.slice(0, -1).every((caption, i) => b.path[i] === caption);
}

/** What the columns can mean together, each with its disbursement. */
function alternativesOf(
  { doubtful, isPayment, advance, recovered }: Payments,
  features: readonly Features[],
  meanings: ReadonlyMap<number, Meaning>,
): Meanings[] {
  const known = meanings.get(advance ?? recovered ?? doubtful);
  const is = (field: AmountField): Meaning =>
    known && 'planType' in known ? { ...known, field } : { field, planType: 'current-year' };
  const advances: Meanings = advance === undefined ? [] : [[advance, is('advance')]];
  const caption = unaccent(features.find((f) => f.column === advance)?.path.at(-1)?.text ?? '');
  const recoveries: Meaning[][] =
    recovered === undefined
      ? [[]]
      : [
          ...(OUTSTANDING.test(caption) ? [] : [[is('recovered')]]),
          [IGNORED],
          ...(advance === undefined ? [[is('advance')]] : []),
        ];
  const withRecovered = (first: Meaning): Meanings[] =>
    recoveries.map((more) => [
      [doubtful, first],
      ...advances,
      ...more.flatMap((meaning) => (recovered === undefined ? [] : [[recovered, meaning] as const])),
    ]);
  const alone: Meanings = [
    [doubtful, is('disbursed')],
    ...advances,
    ...(recovered === undefined ? [] : [[recovered, IGNORED] as const]),
  ];
  return isPayment
    ? [...withRecovered(is('completed')), alone]
    : [...withRecovered(is('completed')), ...withRecovered(IGNORED)];
}

function termsOf(alternative: Meanings, { figures }: AssignmentInput): Term[] {
  const whole = alternative.find(([, { field }]) => field === 'disbursed');
  if (whole) return [{ column: whole[0], sign: 1 }];
  return alternative.flatMap(([column, { field }]): Term[] => {
    if (field === 'completed' || field === 'advance') return [{ column, sign: 1 }];
    return field === 'recovered' ? [{ column, sign: signOfRecovered(figures, column) }] : [];
  });
}

/** A whole is not less than what is left of the advances in it, and no more is recovered than was advanced. */
function isPossible(alternative: Meanings, { advance, recovered }: Payments, figures: Figures): boolean {
  if (advance === undefined) return true;
  const left: Term[] = [
    { column: advance, sign: 1 },
    ...(recovered === undefined ? [] : [{ column: recovered, sign: signOfRecovered(figures, recovered) }]),
  ];
  const whole = alternative.find(([, { field }]) => field === 'disbursed')?.[0];
  const takesOff = alternative.some(([, { field }]) => field === 'recovered');
  return [...figures.column(advance).keys()].every((row) => {
    const rest = sumOfRow(left, row, figures);
    if (!rest) return true;
    if (takesOff && rest.coefficient < 0n) return false;
    const all = whole === undefined ? undefined : figures.at(row, whole);
    return all?.state !== 'value' || compareDecimals(rest, all.value) <= 0;
  });
}

/** The components of a disbursement that have no plan type of their own are of its plan type, or over all as it is. */
export function widenComponents(meanings: Map<number, Meaning>): void {
  const types = [...meanings.values()].flatMap((m) =>
    m.field === 'disbursed' && 'planType' in m ? [m.planType] : [],
  );
  const whole = types.includes('all') ? 'all' : onlyPlanType(meanings);
  if (whole === undefined || types.includes('current-year') || !types.includes(whole)) return;
  for (const [column, meaning] of meanings)
    if (
      (meaning.field === 'completed' || meaning.field === 'advance' || meaning.field === 'recovered') &&
      'planType' in meaning &&
      meaning.planType === 'current-year'
    )
      meanings.set(column, { ...meaning, planType: whole });
}
