import type { WorkbookLimits } from '../workbook-limits';
import { TagScanner } from '../xml/tag-scanner';

/**
 * Makes sure that the table of strings is whole, and writes its items as SheetJS counts them: it takes `<si/>` for
 * none, and every later string would move up by one.
 */
export function plainSharedStrings(xml: string, limits: WorkbookLimits): string {
  const tags = new TagScanner(xml, limits, 'sharedStrings.xml');
  let isPlain = true;
  while (tags.next()) {
    if (tags.name === 'si' && tags.kind !== 'close') isPlain &&= tags.end - tags.start === '<si>'.length;
  }
  if (isPlain) return xml;
  return xml.replace(/<si(?:\s[^<>]*?)?(\/?)>/g, (_, slash: string) => (slash === '' ? '<si>' : '<si></si>'));
}
