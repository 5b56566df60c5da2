/** The names that a package goes by: those of Transitional files, or those of Strict ones ([ISO 29500-1] annex A). */
export interface Namespaces {
  readonly main: string;
  /** Of `r:id` attributes, and what types of relations start with. */
  readonly relationships: string;
}

export const TRANSITIONAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Namespaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** What the names of the package itself start with, in either form. */
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The namespaces of a package whose main part has this text. */
export const namespacesOf = (workbookXml: string): Namespaces =>
  workbookXml.includes(STRICT.main) ? STRICT : TRANSITIONAL;
