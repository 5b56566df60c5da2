import type { PlainMail } from './plain-mail';
import { toHtml } from './to-html';
import { toText } from './to-text';

/** Writes a short mail as HTML (right on a phone and in Outlook) and as text. */
export function renderPlainMail(mail: PlainMail): { html: string; text: string } {
  return { html: toHtml(mail), text: toText(mail) };
}
