import { compareDecimals } from '@thongvon/kernel';
import { saysDecision, saysTurn } from '../header/column-content';
import type { Figures } from './figures';
import { relationOf } from './source-parts';
import { addsUp, type Features } from './features';

/** "Giao đợt này", "KH vốn đợt 2", "QĐ 5546": what one of several decisions gave. */
const isTurn = ({ measure, path }: Features): boolean =>
  measure === 'planned' && (path.some(saysTurn) || isOfDecision(path));

function isOfDecision(path: Features['path']): boolean {
  const leaf = path.at(-1);
  return leaf !== undefined && saysDecision(leaf);
}

/**
 * "QĐ 402 TSDĐ | QĐ 455 ĐC giảm | Cộng KH 2026": what each decision gave, of whatever source and up or down, is a turn of the column that
 * adds them up.
 */
export function withDecisions(features: readonly Features[]): readonly Features[] {
  const isTotalOf = (f: Features, total: Features): boolean =>
    isRunning(total) && !isOfDecision(total.path) && total.path[0] === f.path[0] && total.path.length > 1;
  return features.map((f) =>
    f.measure === 'planned' && isOfDecision(f.path) && features.some((total) => isTotalOf(f, total))
      ? { ...f, source: undefined, version: undefined }
      : f,
  );
}

/** "Tổng KHV đã giao", "Lũy kế vốn đã giao": what all decisions gave until now. */
export function isRunning({ measure, path, ofWhich }: Features): boolean {
  const leaf = path.at(-1);
  return measure === 'planned' && !ofWhich && leaf !== undefined && addsUp(leaf);
}

/**
 * "Giao đợt này | Lũy kế đã giao": the plan is what was given until now, unless some row gives less of it than of one turn
 * (reading.md: this was read wrong in silence).
 */
export function runningTotal(candidates: readonly Features[], figures: Figures): readonly Features[] {
  const [running, ...more] = candidates.filter((f) => isRunning(f) && !isTurn(f));
  const turns = candidates.filter(isTurn);
  if (!running || more.length > 0 || turns.length === 0) return [];
  const columns = turns.map(({ column }) => column);
  const isTheirSum = relationOf(figures, running.column, columns).relation === 'sum';
  return isTheirSum || columns.every((column) => isWithin(column, running.column, figures)) ? [running] : [];
}

function isWithin(part: number, whole: number, figures: Figures): boolean {
  return [...figures.column(part)].every(([row, cell]) => {
    const all = figures.at(row, whole);
    return cell.state !== 'value' || all.state !== 'value' || compareDecimals(cell.value, all.value) <= 0;
  });
}

/**
 * "KH đã giao các đợt trước | KH giao đợt này | Tổng cộng": a caption that says only “total” counts what the columns next to it count,
 * where it is their sum.
 */
export function withBareTotals(features: readonly Features[], figures: Figures): readonly Features[] {
  return features.map((f, at) => {
    if (f.measure !== undefined || !isBareTotal(f)) return f;
    const beside = [runOf(features.slice(0, at).reverse()), runOf(features.slice(at + 1))];
    const run = beside.find(
      (columns) =>
        columns.length > 1 &&
        relationOf(
          figures,
          f.column,
          columns.map(({ column }) => column),
        ).relation === 'sum',
    );
    const [first] = run ?? [];
    return first ? { ...f, measure: first.measure, planType: commonType(run ?? []) } : f;
  });
}

const isBareTotal = ({ path: [caption, ...inner], total }: Features): boolean =>
  total && inner.length === 0 && caption?.known === 1 && [...caption.tags].every((tag) => tag === 'total');

const COUNTED: readonly Features['measure'][] = ['planned', 'disbursed'];

/** The columns of one measure that stand together. */
function runOf(features: readonly Features[]): readonly Features[] {
  const [first] = features;
  if (!first || !COUNTED.includes(first.measure)) return [];
  const end = features.findIndex(({ measure }) => measure !== first.measure);
  return end < 0 ? features : features.slice(0, end);
}

function commonType([first, ...others]: readonly Features[]): Features['planType'] {
  return others.every(({ planType }) => planType === first?.planType) ? first?.planType : undefined;
}
