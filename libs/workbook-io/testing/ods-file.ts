import { strToU8, zipSync } from 'fflate';

/** A .ods with these `<table:table>` elements and automatic styles. */
export const odsFile = (tables: string, styles = ''): Uint8Array =>
  odsOf(`<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>
    <office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`);

/** A .ods with this content.xml. */
export const odsOf = (content: string): Uint8Array =>
  zipSync({ 'META-INF/manifest.xml': strToU8('<manifest/>'), 'content.xml': strToU8(content) });
