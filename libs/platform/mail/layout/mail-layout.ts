import type { MJMLParsingOptions } from 'mjml-core';
import type { MailWords } from '../mails';

const OPTIONS: MJMLParsingOptions = {
  // The compiler would link to a font server.
  fonts: {},
  // Outlook's parts are comments.
  keepComments: true,
  validationLevel: 'strict',
};

/** Between elements, and of our own making: what the compiler indents. */
const INDENTATION = />\s*\n\s*</g;
const EMPTY_LINES = /\n\s*\n+/g;

/** A mail before it is HTML. */
interface MailPage {
  readonly title: string;
  /** What mail programs show next to the subject; without it they show how the mail begins. */
  readonly preview?: string;
  /** To the right of the name at its head: which week, say. */
  readonly aside?: string;
  /** MJML below the head, made of the pieces of this file. */
  readonly body: readonly string[];
  /** Why the recipient gets it and what can be done about that: lines of HTML. */
  readonly footer: readonly string[];
}

/**
 * Every mail of the system as HTML for mail programs: tables, styles in place, nothing from elsewhere. The MJML compiler knows what
 * Outlook and phones need around our rows. Throws when the body is no MJML.
 */
export async function layOut(page: MailPage): Promise<string> {
  // Loaded for the first mail: it takes half a second, and most processes draw none.
  const { default: mjml2html } = await import('mjml-core');
  const { default: preset } = await import('mjml-preset-core');
  // `presets` is missing in the package's types.
  const options: MJMLParsingOptions & { presets: object[] } = { ...OPTIONS, presets: [preset] };
  const { html } = await mjml2html(toMjml(page), options);
  return html.replace(INDENTATION, '>\n<').replace(EMPTY_LINES, '\n');
}

function toMjml({ title, preview, aside = '', body, footer }: MailPage): string {
  return `<mjml lang="vi" dir="ltr">
<mj-head>
<mj-title>${escaped(title)}</mj-title>
${preview === undefined ? '' : `<mj-preview>${escaped(preview)}</mj-preview>`}
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
${tableMjml(`<tr><td style="${type(13)}"><b>Thông Vốn</b></td><td align="right" style="${type(13, COLOUR.faint)}">${escaped(aside)}</td></tr>`, '0 0 6px 0')}
<mj-divider border-width="1px" border-color="${COLOUR.rule}" />
${body.join('\n')}
${footer.map((line, index) => footerMjml(line, index === 0)).join('\n')}
</mj-column>
</mj-section>
</mj-body>
</mjml>`;
}

function footerMjml(html: string, first: boolean): string {
  const rule = first
    ? `<mj-divider border-width="1px" border-color="${COLOUR.rule}" padding="16px 0 0 0" />`
    : '';
  return `${rule}<mj-text font-size="12px" line-height="18px" color="${COLOUR.faint}" padding="10px 0 0 0">${html}</mj-text>`;
}

/** Words of a mail, `html` as it is. */
export const textMjml = (html: string, padding: string): string =>
  `<mj-text padding="${padding}">${html}</mj-text>`;

/** Rows over the mail's whole width. */
export const tableMjml = (rows: string, padding: string): string =>
  `<mj-table padding="${padding}">${rows}</mj-table>`;

/** What the recipient is to open. */
export function buttonMjml({ label, url }: { readonly label: string; readonly url: string }): string {
  return `<mj-button href="${escaped(url)}" align="left" background-color="${COLOUR.accent}" color="#ffffff" border-radius="2px" font-size="15px" font-weight="bold" line-height="20px" inner-padding="10px 16px" padding="12px 0 0 0">${escaped(label)}</mj-button>`;
}

/** Colours and sizes of the mockup (mockups/README.md, tokens), written in place: mail programs drop variables. */
export const COLOUR = {
  paper: '#faf8f3',
  surface: '#ffffff',
  rule: '#e2ddd1',
  track: '#e4dfd3',
  ink: '#1b2026',
  soft: '#464d56',
  faint: '#62686f',
  accent: '#1e4976',
  accentMid: '#6d90b5',
  alarm: '#b3261e',
} as const;

export const TEXT_FONT = "'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
/** Be Vietnam Pro's digits differ in width. */
export const FIGURE_FONT = "'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

export type Size = 12 | 13 | 14 | 15;
const LINE_HEIGHT: Readonly<Record<Size, number>> = { 12: 16, 13: 18, 14: 20, 15: 20 };

/** What a cell of text needs; everything else it inherits in no mail program that matters. */
export function type(size: Size, colour: string = COLOUR.ink, font: string = TEXT_FONT): string {
  return `font-family:${font};font-size:${size}px;line-height:${LINE_HEIGHT[size]}px;color:${colour}`;
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Writes a short mail as HTML and as text. */
export async function renderPlainMail(mail: PlainMail): Promise<Pick<MailWords, 'html' | 'text'>> {
  return { html: await toHtml(mail), text: toText(mail) };
}

/** The plain text of a short mail. */
function toText({ heading, blocks, action, footer }: PlainMail): string {
  const parts = [heading, ...blocks.map(blockText), `${action.label}:\n${action.url}`, `-- \n${footer}`];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  if ('paragraph' in block) return block.paragraph;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${block.as}:\n${block.quoted.replace(/^/gm, '> ')}`;
}

/** The HTML of a short mail, in the language of its words. */
function toHtml({ heading, blocks, action, footer }: PlainMail): Promise<string> {
  return layOut({
    title: heading,
    body: [
      textMjml(
        `<h1 style="margin:0;font-size:20px;line-height:27px;font-weight:bold">${escaped(heading)}</h1>`,
        '12px 0 2px 0',
      ),
      ...blocks.map(blockMjml),
      buttonMjml(action),
    ],
    footer: [escaped(footer)],
  });
}

function blockMjml(block: MailBlock): string {
  if ('paragraph' in block) return textMjml(escaped(block.paragraph), '10px 0 0 0');
  if ('facts' in block) return tableMjml(block.facts.map(factRow).join(''), '10px 0 0 0');
  const words = escaped(block.quoted).replace(/\r?\n/g, '<br>');
  const quote = `<span style="${type(13, COLOUR.faint)}">${escaped(block.as)}</span><br>${words}`;
  const style = `${type(14)};border-left:3px solid ${COLOUR.alarm};padding:2px 0 2px 12px`;
  return tableMjml(`<tr><td style="${style}">${quote}</td></tr>`, '10px 0 0 0');
}

/** A label as wide as it needs, and its value. */
function factRow([label, value]: readonly [string, string]): string {
  return `<tr><td valign="top" width="1%" style="width:1%;${type(13, COLOUR.soft)};padding:2px 16px 2px 0;white-space:nowrap">${escaped(label)}</td><td valign="top" style="${type(14)};padding:2px 0">${escaped(value)}</td></tr>`;
}

/** A short mail about one thing. Its HTML and its text are made of the same words. */
interface PlainMail {
  readonly heading: string;
  readonly blocks: readonly MailBlock[];
  /** What the recipient is to open. */
  readonly action: { readonly label: string; readonly url: string };
  /** Why they get it. */
  readonly footer: string;
}

type MailBlock =
  | { readonly paragraph: string }
  /** Someone else's words, with what they are. Line breaks stay. */
  | { readonly quoted: string; readonly as: string }
  /** Labels with their values. */
  | { readonly facts: readonly (readonly [label: string, value: string])[] };
