import type { MJMLParsingOptions } from 'mjml-core';
import type { Letter } from '../../domain/letter';
import { toMjml } from './to-mjml';

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

/** The letter as HTML for mail programs: tables, styles in place, nothing from elsewhere. Throws when it is no MJML. */
export async function toHtml(letter: Letter): Promise<string> {
  // Loaded for the first letter: it takes half a second, and most processes draw none.
  const { default: mjml2html } = await import('mjml-core');
  const { default: preset } = await import('mjml-preset-core');
  // `presets` is missing in the package's types.
  const options: MJMLParsingOptions & { presets: object[] } = { ...OPTIONS, presets: [preset] };
  const { html } = await mjml2html(toMjml(letter), options);
  return html.replace(INDENTATION, '>\n<').replace(EMPTY_LINES, '\n');
}
