import path from 'node:path';

/** The document that is committed, from the folder where npm runs its scripts. */
export const COMMITTED = path.join('docs', 'openapi.json');

/** The document as the committed file holds it. */
export function documentText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
