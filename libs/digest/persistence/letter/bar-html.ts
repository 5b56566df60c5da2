import type { Letter, LetterBar } from '../../domain/letter';
import { COLOUR, FIGURE_FONT, escaped, type } from './looks';

const WHOLE = 10_000n;
const FRAME = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/** A bar made of table cells: no picture to be blocked, right in Outlook. Rates over 100 % fill it. */
function barHtml(hundredths: bigint | null, height: number, colour: string): string {
  const done = hundredths === null ? 0 : percentOf(hundredths);
  const cells = [cell(done, height, colour), cell(100 - done, height, COLOUR.track)];
  return `<table ${FRAME} style="width:100%;border-collapse:collapse"><tr>${cells.join('')}</tr></table>`;
}

/** The bar of the headline with a dark tick at each target, and the targets' names below. */
export function headlineBarHtml({ hundredths, marks }: Letter['bar']): string {
  const done = hundredths === null ? 0 : percentOf(hundredths);
  const ticks = marks.map((mark) => percentOf(mark.hundredths));
  const edges = [...new Set([0, ...ticks, done, 100])].toSorted((a, b) => a - b);
  const cells = edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0;
    return cell(end - start, 14, end <= done ? COLOUR.accent : COLOUR.track, ticks.includes(start));
  });
  const bar = `<table ${FRAME} style="width:100%;border-collapse:collapse"><tr>${cells.join('')}</tr></table>`;
  const named = marks.map((mark) => `${mark.label}: ${percentOf(mark.hundredths)} %`).map(escaped);
  const [first, second] = named;
  if (first === undefined) return bar;
  const label = (text: string, align: string): string =>
    `<td align="${align}" style="${type(12, COLOUR.soft)};padding:2px 0 0 0">${text}</td>`;
  const split = Math.min(Math.max(ticks[0] ?? 50, 35), 65);
  const labels =
    second === undefined
      ? label(first, 'left')
      : `<td width="${split}%" align="right" style="width:${split}%;${type(12, COLOUR.soft)};padding:2px 0 0 0">${first}</td>${label(second, 'right')}`;
  return `${bar}<table ${FRAME} style="width:100%"><tr>${labels}</tr></table>`;
}

/** One bar a week, with its date and rate; words in place of the bar of a week of which nobody has reported. */
export function weekBarsHtml(bars: readonly LetterBar[]): string {
  return bars
    .map(({ label, value, hundredths, current, silent }) => {
      if (silent)
        return `<tr>${weekCell(label)}<td colspan="2" style="${type(12, COLOUR.soft)};padding:3px 0">${escaped(value)}</td></tr>`;
      const bar = barHtml(hundredths, 10, current ? COLOUR.accent : COLOUR.accentMid);
      const weight = current ? ';font-weight:bold' : '';
      return `<tr>${weekCell(label)}<td style="padding:3px 0">${bar}</td><td width="64" align="right" style="width:64px;${type(12, COLOUR.ink, FIGURE_FONT)}${weight};padding:3px 0;white-space:nowrap">${escaped(value)}</td></tr>`;
    })
    .join('');
}

const weekCell = (label: string): string =>
  `<td width="48" style="width:48px;${type(12, COLOUR.soft, FIGURE_FONT)};padding:3px 0">${escaped(label)}</td>`;

function cell(width: number, height: number, colour: string, ticked = false): string {
  if (width <= 0) return '';
  const tick = ticked ? `;border-left:2px solid ${COLOUR.ink}` : '';
  return `<td width="${width}%" height="${height}" bgcolor="${colour}" style="width:${width}%;background-color:${colour};height:${height}px;font-size:0;line-height:0${tick}">&nbsp;</td>`;
}

/** Whole percents for widths, kept between 0 and 100. */
function percentOf(hundredths: bigint): number {
  const kept = hundredths < 0n ? 0n : hundredths > WHOLE ? WHOLE : hundredths;
  return Number((kept + 50n) / 100n);
}
