import type { MailBlock, PlainMail } from './plain-mail';

/** The plain text of a short mail. */
export function toText({ heading, blocks, action, footer }: PlainMail): string {
  const parts = [heading, ...blocks.map(blockText), `${action.label}:\n${action.url}`, `-- \n${footer}`];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  if ('paragraph' in block) return block.paragraph;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${block.as}:\n${block.quoted.replace(/^/gm, '> ')}`;
}
