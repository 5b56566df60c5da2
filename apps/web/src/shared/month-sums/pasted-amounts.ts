import { inGroups } from './read-months';

const GROUPED_BY_COMMAS = /^[-−]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/;
const GROUPED_BY_DOTS = /^[-−]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;

/**
 * The cells of a column or row that was copied from a sheet, as amounts are typed here; undefined for a block of several columns
 * and rows, whose order nobody knows. An Excel in English groups by commas: "500,000" by itself could be either, so that other
 * cells of the same copy decide. "-" is zero, as accounting formats show it; what isn't understood is left as it was.
 */
export function pastedAmounts(copied: string): string[] | undefined {
  const rows = copied
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  if (rows.length > 1 && rows.some(({ length }) => length > 1)) return undefined;
  const cells = rows.flat();
  const byCommas =
    cells.some((cell) => GROUPED_BY_COMMAS.test(cell)) && !cells.some((cell) => GROUPED_BY_DOTS.test(cell));
  return cells.map((cell) => {
    if (/^[-–—]$/.test(cell)) return '0';
    const ours = byCommas ? cell.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : cell;
    return inGroups(ours.replace(/,0{1,2}$/, ''));
  });
}
