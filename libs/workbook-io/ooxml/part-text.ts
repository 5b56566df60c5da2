import { damaged } from '../workbook-refused';
import { plainXml, withoutRootPrefix } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';

/** The text of a part as it is read. Throws RET-DAMAGED if there is none. */
export function textOf(part: string, zip: ZipPackage): string {
  const bytes = zip.read(part);
  if (!bytes) throw damaged(`${part} is missing`);
  return withoutRootPrefix(plainXml(bytes));
}
