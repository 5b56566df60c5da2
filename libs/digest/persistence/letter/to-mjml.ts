import type { Letter, LetterBlock, LetterSection } from '../../domain/letter';
import { headlineBarHtml } from './bar-html';
import { blockRows } from './block-html';
import { lineHtml } from './line-html';
import { COLOUR, escaped, FIGURE_FONT, TEXT_FONT, type } from './looks';

/** The letter as MJML, whose compiler knows what Outlook and phones need around our rows. */
export function toMjml(letter: Letter): string {
  const { subject, preview, sections, footer } = letter;
  let n = 0;
  const next = (): number => ++n;
  return `<mjml lang="vi" dir="ltr">
<mj-head>
<mj-title>${escaped(subject)}</mj-title>
<mj-preview>${escaped(preview)}</mj-preview>
<mj-attributes>
<mj-all font-family="${TEXT_FONT}" color="${COLOUR.ink}" padding="0" />
<mj-text font-size="14px" line-height="20px" />
<mj-table font-size="14px" line-height="20px" />
</mj-attributes>
<mj-raw><meta name="x-apple-disable-message-reformatting"><meta name="format-detection" content="telephone=no, date=no, address=no"><meta name="color-scheme" content="light"><!--[if mso]><style>td,th,a,span,div,h1{font-family:Arial,sans-serif !important}</style><![endif]--></mj-raw>
<mj-style>@media (max-width:480px){.big{font-size:36px !important;line-height:40px !important}}</mj-style>
</mj-head>
<mj-body width="600px" background-color="${COLOUR.paper}">
<mj-section background-color="${COLOUR.surface}" padding="12px 20px 24px 20px" border-top="3px solid ${COLOUR.ink}">
<mj-column>
${mastheadMjml(letter)}
${letter.summary.map((line) => textMjml(lineHtml(line), '4px 0 0 0')).join('\n')}
${sections.map((section) => sectionMjml(section, next)).join('\n')}
${footer.map((line, index) => footerMjml(lineHtml(line), index === 0)).join('\n')}
</mj-column>
</mj-section>
</mj-body>
</mjml>`;
}

function mastheadMjml({ week, notice, headline, bar }: Letter): string {
  const { rate, fraction, unit } = headline;
  const correction =
    notice === null
      ? ''
      : `<mj-text padding="8px 0 2px 0" color="${COLOUR.alarm}" font-weight="bold">${escaped(notice)}</mj-text>`;
  return `${tableMjml(`<tr><td style="${type(13)}"><b>Thông Vốn</b></td><td align="right" style="${type(13, COLOUR.faint)}">${escaped(week)}</td></tr>`, '0 0 6px 0')}
<mj-divider border-width="1px" border-color="${COLOUR.rule}" />
${correction}
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

function buttonMjml({ label, url }: { readonly label: string; readonly url: string }): string {
  return `<mj-button href="${escaped(url)}" align="left" background-color="${COLOUR.accent}" color="#ffffff" border-radius="2px" font-size="15px" font-weight="bold" line-height="20px" inner-padding="10px 16px" padding="12px 0 0 0">${escaped(label)}</mj-button>`;
}

function footerMjml(html: string, first: boolean): string {
  const rule = first
    ? `<mj-divider border-width="1px" border-color="${COLOUR.rule}" padding="16px 0 0 0" />`
    : '';
  return `${rule}<mj-text font-size="12px" line-height="18px" color="${COLOUR.faint}" padding="10px 0 0 0">${html}</mj-text>`;
}

const textMjml = (html: string, padding: string): string => `<mj-text padding="${padding}">${html}</mj-text>`;

const tableMjml = (rows: string, padding: string): string =>
  `<mj-table padding="${padding}">${rows}</mj-table>`;
