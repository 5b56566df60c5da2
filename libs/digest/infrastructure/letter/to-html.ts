import mjml2html, { type MJMLParsingOptions } from 'mjml-core';
import preset from 'mjml-preset-core';
import type { Letter } from '../../domain/letter';
import { toMjml } from './to-mjml';

/** `presets` is missing in the package's types. */
const OPTIONS: MJMLParsingOptions & { readonly presets: readonly (typeof preset)[] } = {
  // The compiler would link to a font server.
  fonts: {},
  // Outlook's parts are comments.
  keepComments: true,
  presets: [preset],
  validationLevel: 'strict',
};

/** Between elements, and of our own making: what the compiler indents. */
const INDENTATION = />\s*\n\s*</g;
const EMPTY_LINES = /\n\s*\n+/g;

/** The letter as HTML for mail programs: tables, styles in place, nothing from elsewhere. Throws when it is no MJML. */
export async function toHtml(letter: Letter): Promise<string> {
  const { html } = await mjml2html(toMjml(letter), OPTIONS);
  return html.replace(INDENTATION, '>\n<').replace(EMPTY_LINES, '\n');
}
