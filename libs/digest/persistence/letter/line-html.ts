import type { Line, Span } from '../../domain/letter';
import { COLOUR, escaped } from './looks';

const LOUD = `color:${COLOUR.accent};text-decoration:underline`;
const QUIET = `color:${COLOUR.ink};text-decoration:none`;
/** A number and its unit stay on one line. */
const UNIT_AFTER_NUMBER = /(\d) (%|tỷ|điểm|ngày)/g;

/** A line of the letter as HTML. */
export const lineHtml = (line: Line): string => line.map(spanHtml).join('');

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
