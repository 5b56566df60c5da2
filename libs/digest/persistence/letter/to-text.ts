import type { Letter, LetterBlock, LetterSection, Line } from '../../domain/letter';
import { hundredths as percentOf } from '../../domain/messages/letter';

/** The letter as plain text: the same sentences and tables in the same order. */
export function toText(letter: Letter): string {
  const { headline, notice, summary, sections, footer, week, bar } = letter;
  const marks = bar.marks.map(({ label, hundredths }) => `${label}: ${percentOf(hundredths)}`).join('; ');
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
        ...block.items.map(
          ({ name, amount, line, url }) => `${next()}. ${name}: ${amount}\n   ${lineText(line)}\n   ${url}`,
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

/** Links are written out, except in tables, whose rows stay one line. */
const lineText = (line: Line): string =>
  line
    .map(({ text, url }) => (url === undefined ? text : `${text}: ${url}`))
    .join('')
    .replace(/ {2,}/g, '\n');

const wordsOf = (line: Line): string =>
  line.map(({ text, alarm }) => (alarm ? `[!] ${text}` : text)).join('');
