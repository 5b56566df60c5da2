import {
  buttonMjml,
  COLOUR,
  escaped,
  FIGURE_FONT,
  layOut,
  tableMjml,
  textMjml,
  type,
} from '@thongvon/platform';
import type {
  Letter,
  LetterBar,
  LetterBlock,
  LetterItem,
  LetterOption,
  LetterSection,
  Line,
  Span,
} from '../../domain/letter';
import { hundredths as percentText } from '../../domain/messages/letter';

/** The weekly letter as HTML for mail programs. Throws when it is no MJML. */
export function toHtml(letter: Letter): Promise<string> {
  const { subject, preview, week, sections, footer } = letter;
  let n = 0;
  const next = (): number => ++n;
  return layOut({
    title: subject,
    preview,
    aside: week,
    body: [
      headlineMjml(letter),
      ...letter.summary.map((line) => textMjml(lineHtml(line), '4px 0 0 0')),
      ...sections.map((section) => sectionMjml(section, next)),
    ],
    footer: footer.map(lineHtml),
  });
}

function headlineMjml({ notice, headline, bar }: Letter): string {
  const { rate, fraction, unit } = headline;
  const correction =
    notice === null
      ? ''
      : `<mj-text padding="8px 0 2px 0" color="${COLOUR.alarm}" font-weight="bold">${escaped(notice)}</mj-text>`;
  return `${correction}
<mj-text padding="8px 0 0 0"><h1 style="margin:0;font-weight:normal;font-size:14px;line-height:20px"><span class="big" style="font-family:${FIGURE_FONT};font-size:44px;line-height:48px;font-weight:bold;letter-spacing:-1px;color:${COLOUR.ink}">${escaped(rate)}</span>&nbsp; <span style="font-family:${FIGURE_FONT};font-size:15px;font-weight:bold;color:${COLOUR.ink};white-space:nowrap">${escaped(fraction)}</span> <span style="color:${COLOUR.soft}">${escaped(unit)}</span></h1></mj-text>
<mj-table padding="6px 0 0 0"><tr><td>${headlineBarHtml(bar)}</td></tr></mj-table>`;
}

function sectionMjml({ title, note, blocks }: LetterSection, next: () => number): string {
  const aside =
    note === null ? '' : ` <span style="font-weight:normal;${type(12, COLOUR.soft)}">${escaped(note)}</span>`;
  return `<mj-divider border-width="2px" border-color="${COLOUR.ink}" padding="16px 0 0 0" />
<mj-text font-size="15px" font-weight="bold" padding="5px 0">${escaped(title)}${aside}</mj-text>
${joined(blocks)
  .map((group) => groupMjml(group, next))
  .join('\n')}`;
}

/** Neighbours of one kind share a table, which keeps the letter short. */
function joined(blocks: readonly LetterBlock[]): LetterBlock[][] {
  const groups: LetterBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0]?.type === block.type) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function groupMjml(blocks: readonly LetterBlock[], next: () => number): string {
  const rows = blocks.flatMap((block) => (block.type === 'button' ? [] : [blockRows(block, next)]));
  const buttons = blocks.flatMap((block) => (block.type === 'button' ? [buttonMjml(block)] : []));
  return [...(rows.length > 0 ? [tableMjml(rows.join(''), '0')] : []), ...buttons].join('\n');
}

const HAIR = `border-top:1px solid ${COLOUR.rule}`;

/** The rows of a block, for a table of the letter's full width. `next` numbers items. */
function blockRows(block: Exclude<LetterBlock, { type: 'button' }>, next: () => number): string {
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

function itemRows({ name, url, amount, brief, options }: LetterItem, n: number): string {
  const number = `<td valign="top" width="18" style="width:18px;${type(14, COLOUR.faint, FIGURE_FONT)};padding:6px 0 0 0;${HAIR}">${n}</td>`;
  const named = `<td valign="top" style="${type(14)};padding:6px 6px 0 0;${HAIR}"><a href="${escaped(url)}" style="color:${COLOUR.ink};font-weight:bold;text-decoration:none">${escaped(name)}</a></td>`;
  const held = `<td valign="top" align="right" style="${type(14, COLOUR.ink, FIGURE_FONT)};font-weight:bold;padding:6px 0 0 0;${HAIR};white-space:nowrap">${escaped(amount)}</td>`;
  const reported = `<td style="font-size:0;line-height:0">&nbsp;</td><td colspan="2" style="${type(14, COLOUR.soft)};padding:0 0 6px 0">${lineHtml(brief)}${linksHtml(options)}</td>`;
  return `<tr>${number}${named}${held}</tr><tr>${reported}</tr>`;
}

/** What can be done, as links in one paragraph. */
function linksHtml(options: readonly LetterOption[]): string {
  if (options.length === 0) return '';
  const links = options.map((option) => lineHtml([{ text: option.brief, url: option.url }]));
  return `<br>${links.join(' &nbsp; ')}`;
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

const WHOLE = 10_000n;
const FRAME = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/** A bar made of table cells: no picture to be blocked, right in Outlook. Rates over 100 % fill it. */
function barHtml(hundredths: bigint | null, height: number, colour: string): string {
  const done = hundredths === null ? 0 : percentOf(hundredths);
  const cells = [cell(done, height, colour), cell(100 - done, height, COLOUR.track)];
  return `<table ${FRAME} style="width:100%;border-collapse:collapse"><tr>${cells.join('')}</tr></table>`;
}

/** The bar of the headline with a dark tick at each target, and the targets' names below. */
function headlineBarHtml({ hundredths, marks }: Letter['bar']): string {
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
function weekBarsHtml(bars: readonly LetterBar[]): string {
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

const LOUD = `color:${COLOUR.accent};text-decoration:underline`;
const QUIET = `color:${COLOUR.ink};text-decoration:none`;
/** A number and its unit stay on one line. */
const UNIT_AFTER_NUMBER = /(\d) (%|tỷ|điểm|ngày)/g;

/** A line of the letter as HTML. */
const lineHtml = (line: Line): string => line.map(spanHtml).join('');

function spanHtml(span: Span): string {
  const words = escaped(span.text)
    .replaceAll('   ', '&nbsp; &nbsp;')
    .replace(UNIT_AFTER_NUMBER, '$1&nbsp;$2');
  const text = span.alarm ? `<span style="color:${COLOUR.alarm}">&#9632;</span>&nbsp;${words}` : words;
  const styles = [
    span.strong ? 'font-weight:bold' : '',
    span.alarm && span.strong ? `color:${COLOUR.alarm}` : '',
  ]
    .filter(Boolean)
    .join(';');
  if (span.url !== undefined)
    return `<a href="${escaped(span.url)}" style="${span.quiet ? QUIET : LOUD}${styles ? `;${styles}` : ''}">${text}</a>`;
  return styles === '' ? text : `<span style="${styles}">${text}</span>`;
}

/** The letter as plain text: the same sentences and tables in the same order. */
export function toText(letter: Letter): string {
  const { headline, notice, summary, sections, footer, week, bar } = letter;
  const marks = bar.marks.map(({ label, hundredths }) => `${label}: ${percentText(hundredths)}`).join('; ');
  const parts = [
    `THÔNG VỐN. ${week}`,
    ...(notice === null ? [] : [notice]),
    `${headline.rate}  ${headline.fraction} ${headline.unit}${marks === '' ? '' : `\n(${marks})`}`,
    summary.map(lineText).join('\n'),
    ...numbered(sections).map(sectionText),
    `-- \n${footer.map(lineText).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Items are numbered on through all their groups. */
function numbered(sections: readonly LetterSection[]): { section: LetterSection; blocks: string[] }[] {
  let n = 0;
  return sections.map((section) => ({
    section,
    blocks: section.blocks.map((block) => blockText(block, () => ++n)),
  }));
}

function sectionText({ section, blocks }: { section: LetterSection; blocks: string[] }): string {
  const note = section.note === null ? '' : ` (${section.note})`;
  return [`${section.title.toUpperCase()}${note}`, ...blocks].join('\n');
}

function blockText(block: LetterBlock, next: () => number): string {
  switch (block.type) {
    case 'paragraph':
      return lineText(block.line);
    case 'items':
      return [
        `${block.caption} (${block.unit})`,
        ...block.items.map(({ name, amount, full, url, options, note }) =>
          [
            `${next()}. ${name}: ${amount}`,
            lineText(full),
            ...options.map((option) => optionText(option, url)),
            ...(note === null ? [] : [note]),
            url,
          ].join('\n   '),
        ),
      ].join('\n');
    case 'table':
      return [
        ...(block.header ? [block.header.join(' | ')] : []),
        ...[...block.rows, ...(block.sum ? [block.sum] : [])].map((row) => row.map(wordsOf).join(' | ')),
      ].join('\n');
    case 'bars':
      return block.bars.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'button':
      return `${block.label}: ${block.url}`;
  }
}

/** What can be done, and below it where, unless that is where its item is mended. */
const optionText = ({ full, url }: LetterOption, ofItem: string): string =>
  url === ofItem ? `– ${full}` : `– ${full}\n     ${url}`;

/** Links are written out, except in tables, whose rows stay one line. */
const lineText = (line: Line): string =>
  line
    .map(({ text, url }) => (url === undefined ? text : `${text}: ${url}`))
    .join('')
    .replace(/ {2,}/g, '\n');

const wordsOf = (line: Line): string =>
  line.map(({ text, alarm }) => (alarm ? `[!] ${text}` : text)).join('');
