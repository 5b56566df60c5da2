import type { MailWords } from '../mails';
import { buttonMjml, COLOUR, escaped, layOut, tableMjml, textMjml, type } from './mail-layout';

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
