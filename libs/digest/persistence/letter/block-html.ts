import type { LetterBlock, LetterItem, Line } from '../../domain/letter';
import { weekBarsHtml } from './bar-html';
import { lineHtml } from './line-html';
import { COLOUR, escaped, FIGURE_FONT, type } from './looks';

const HAIR = `border-top:1px solid ${COLOUR.rule}`;

/** The rows of a block, for a table of the letter's full width. `next` numbers items. */
export function blockRows(block: Exclude<LetterBlock, { type: 'button' }>, next: () => number): string {
  switch (block.type) {
    case 'paragraph':
      return `<tr><td style="${type(14)};padding:3px 0">${lineHtml(block.line)}</td></tr>`;
    case 'items':
      return [
        captionRow(block.caption, block.unit),
        ...block.items.map((item) => itemRows(item, next())),
      ].join('');
    case 'table':
      return [
        block.header ? headerRow(block.header) : '',
        ...block.rows.map((row) => tableRow(row, HAIR)),
        block.sum ? tableRow(block.sum, `border-top:1px solid ${COLOUR.ink}`) : '',
      ].join('');
    case 'bars':
      return weekBarsHtml(block.bars);
  }
}

function captionRow(caption: string, unit: string): string {
  const style = `${type(12, COLOUR.soft)};padding:5px 0 3px 0;${HAIR}`;
  return `<tr><td colspan="2" style="${style}">${escaped(caption)}</td><td align="right" style="${style}">${escaped(unit)}</td></tr>`;
}

function itemRows({ name, url, amount, line }: LetterItem, n: number): string {
  const number = `<td valign="top" width="18" style="width:18px;${type(14, COLOUR.faint, FIGURE_FONT)};padding:6px 0 0 0;${HAIR}">${n}</td>`;
  const named = `<td valign="top" style="${type(14)};padding:6px 6px 0 0;${HAIR}"><a href="${escaped(url)}" style="color:${COLOUR.ink};font-weight:bold;text-decoration:none">${escaped(name)}</a></td>`;
  const held = `<td valign="top" align="right" style="${type(14, COLOUR.ink, FIGURE_FONT)};font-weight:bold;padding:6px 0 0 0;${HAIR};white-space:nowrap">${escaped(amount)}</td>`;
  const reported = `<td style="font-size:0;line-height:0">&nbsp;</td><td colspan="2" style="${type(14, COLOUR.soft)};padding:0 0 6px 0">${lineHtml(line)}</td>`;
  return `<tr>${number}${named}${held}</tr><tr>${reported}</tr>`;
}

function headerRow(titles: readonly string[]): string {
  return `<tr>${titles
    .map(
      (title, index) =>
        `<th scope="col" align="${index === 0 ? 'left' : 'right'}" style="${type(12, COLOUR.soft)};font-weight:normal;padding:4px 0 4px ${index === 0 ? 0 : 8}px">${escaped(title)}</th>`,
    )
    .join('')}</tr>`;
}

function tableRow(cells: readonly Line[], rule: string): string {
  return `<tr>${cells
    .map((cell, index) =>
      index === 0
        ? `<td valign="top" style="${type(13)};padding:5px 0;${rule}">${lineHtml(cell)}</td>`
        : `<td valign="top" align="right" style="${type(13, COLOUR.ink, FIGURE_FONT)};padding:5px 0 5px 8px;${rule};white-space:nowrap">${lineHtml(cell)}</td>`,
    )
    .join('')}</tr>`;
}
