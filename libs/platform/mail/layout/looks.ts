/** Colours and sizes of the mockup (mockups/README.md, tokens), written in place: mail programs drop variables. */
export const COLOUR = {
  paper: '#faf8f3',
  surface: '#ffffff',
  rule: '#e2ddd1',
  track: '#e4dfd3',
  ink: '#1b2026',
  soft: '#464d56',
  faint: '#62686f',
  accent: '#1e4976',
  accentMid: '#6d90b5',
  alarm: '#b3261e',
} as const;

export const TEXT_FONT = "'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
/** Be Vietnam Pro's digits differ in width. */
export const FIGURE_FONT = "'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

export type Size = 12 | 13 | 14 | 15;
const LINE_HEIGHT: Readonly<Record<Size, number>> = { 12: 16, 13: 18, 14: 20, 15: 20 };

/** What a cell of text needs; everything else it inherits in no mail program that matters. */
export function type(size: Size, colour: string = COLOUR.ink, font: string = TEXT_FONT): string {
  return `font-family:${font};font-size:${size}px;line-height:${LINE_HEIGHT[size]}px;color:${colour}`;
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
