import fc from 'fast-check';

/** Every trait of a layout that offices vary, as a knob. */
export interface Layout {
  readonly top: number;
  readonly left: number;
  readonly cover: 'none' | 'cover' | 'instructions' | 'both';
  readonly sheetName: string;
  readonly title: 'board' | 'commune' | 'plain' | 'treasury';
  readonly date: DateForm;
  readonly unitText: number;
  readonly unitPlace: 'above-right' | 'above-left' | 'label-and-cell' | 'title' | 'columns' | 'group';
  readonly headerStyle: 'merged' | 'unmerged';
  readonly extraHeaderRow: boolean;
  readonly columnNumbers: 'none' | 'brackets' | 'formulas' | 'plain' | 'letters';
  readonly ordinal: boolean;
  readonly code: 'text' | 'number' | 'spaces' | 'none';
  readonly order: 'name-first' | 'code-first';
  readonly owner: boolean;
  readonly fieldColumn: boolean;
  readonly planFirst: boolean;
  readonly captions: number;
  /** How the plan stands: one column, sources as columns with or without a total. */
  readonly plan: 'total' | 'total-and-sources' | 'sources';
  readonly spent: 'total' | 'total-and-parts' | 'parts' | 'sources';
  readonly carriedOver: 'none' | 'separate' | 'in-group';
  readonly rows: 'flat' | 'repeat' | 'blank' | 'merged' | 'children' | 'sections';
  readonly outline: 'none' | 'sections' | 'sections-fields' | 'fields-unmarked' | 'dotted' | 'bullets';
  readonly subtotals: 'heading' | 'bottom' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly totalLabel: number;
  readonly totalInOrdinal: boolean;
  readonly bold: boolean;
  readonly details: boolean;
  readonly extras: readonly Extra[];
  readonly rate: 'none' | 'percent' | 'fraction' | 'text';
  readonly numbers: 'double' | 'text-comma' | 'text-dot' | 'text-unit' | 'mixed' | 'formula';
  readonly zero: '0' | '-' | '—';
  readonly blankByIdentity: boolean;
  readonly text: 'nfc' | 'nfd' | 'nbsp';
  readonly brokenNames: boolean;
  readonly pages: 'none' | 'repeated' | 'repeated-with-subtotal';
  readonly split: 'none' | 'two-tables' | 'two-sheets';
  readonly footer: boolean;
  readonly hidden: 'none' | 'row' | 'column' | 'sheet';
  readonly format: 'general' | 'fixed';
  /** Advances stand before what was recovered of them, which has a column of its own. */
  readonly recovered: boolean;
  /** Rows beneath some projects say how they stand. */
  readonly notes: boolean;
  /** The plan stands after its adjustment, behind the plan before it and what was added and taken away. */
  readonly adjusted: 'none' | 'columns' | 'net';
  /** What was given back to the budget: still in what was disbursed (`in`), or only noted beside it (`noted`). */
  readonly returned: 'none' | 'in' | 'noted';
  /** When the return is signed. */
  readonly signed: 'then' | 'next-january' | 'no-day';
  /** Sources with a total stand under one caption with it, or next to it in the same row of captions. */
  readonly sourcesStand: 'grouped' | 'beside' | 'beside-of-which';
}

export const EXTRAS = [
  'investment',
  'allocated',
  'medium-term',
  'week',
  'month',
  'previous',
  'estimate',
  'remaining',
  'contract',
  'unknown-text',
  'unknown-number',
  'last-year',
] as const;
export type Extra = (typeof EXTRAS)[number];

export const DATE_FORMS = [
  'slash',
  'words',
  'dash',
  'dot',
  'cell',
  'cell-above',
  'caption',
  'range',
  'no-year',
  'iso',
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export function layouts(): fc.Arbitrary<Layout> {
  return knobs().map(sensible);
}

/** Takes back what no office would combine: a source column next to columns by source, ordinals without a place. */
function sensible(layout: Layout): Layout {
  const bySource = layout.rows !== 'flat';
  return {
    ...layout,
    plan: bySource ? 'total' : layout.plan,
    spent: bySource && layout.spent === 'sources' ? 'total' : layout.spent,
    outline: layout.rows === 'children' && layout.outline === 'bullets' ? 'sections' : layout.outline,
  };
}

function knobs(): fc.Arbitrary<Layout> {
  return fc.record({
    top: fc.integer({ min: 0, max: 6 }),
    left: fc.integer({ min: 0, max: 3 }),
    cover: fc.constantFrom('none', 'none', 'cover', 'instructions', 'both'),
    sheetName: fc.constantFrom('Sheet1', 'Giải ngân', 'Biểu 02', 'T6', 'BC tuần'),
    title: fc.constantFrom('board', 'commune', 'plain', 'treasury'),
    date: fc.constantFrom(...DATE_FORMS),
    unitText: fc.nat(20),
    unitPlace: fc.constantFrom(
      'above-right',
      'above-right',
      'above-left',
      'label-and-cell',
      'title',
      'columns',
      'group',
    ),
    headerStyle: fc.constantFrom('merged', 'merged', 'unmerged'),
    extraHeaderRow: fc.boolean(),
    columnNumbers: fc.constantFrom('none', 'brackets', 'formulas', 'plain', 'letters'),
    ordinal: fc.constantFrom(true, true, true, false),
    code: fc.constantFrom('text', 'text', 'number', 'spaces', 'none'),
    order: fc.constantFrom('name-first', 'code-first'),
    owner: fc.boolean(),
    fieldColumn: fc.boolean(),
    planFirst: fc.constantFrom(true, true, false),
    captions: fc.nat(20),
    plan: fc.constantFrom('total', 'total-and-sources', 'sources'),
    spent: fc.constantFrom('total', 'total-and-parts', 'parts', 'sources'),
    carriedOver: fc.constantFrom('none', 'none', 'separate', 'in-group'),
    rows: fc.constantFrom('flat', 'flat', 'repeat', 'blank', 'merged', 'children', 'sections'),
    outline: fc.constantFrom('none', 'sections', 'sections-fields', 'fields-unmarked', 'dotted', 'bullets'),
    subtotals: fc.constantFrom('heading', 'heading', 'bottom', 'none'),
    total: fc.constantFrom('top', 'bottom', 'none'),
    totalLabel: fc.nat(20),
    totalInOrdinal: fc.boolean(),
    bold: fc.boolean(),
    details: fc.constantFrom(false, false, true),
    extras: fc.shuffledSubarray([...EXTRAS], { minLength: 0, maxLength: 4 }),
    rate: fc.constantFrom('none', 'percent', 'fraction', 'text'),
    numbers: fc.constantFrom('double', 'double', 'text-comma', 'text-dot', 'text-unit', 'mixed', 'formula'),
    zero: fc.constantFrom('0', '-', '—'),
    blankByIdentity: fc.boolean(),
    text: fc.constantFrom('nfc', 'nfd', 'nbsp'),
    brokenNames: fc.constantFrom(false, false, true),
    pages: fc.constantFrom('none', 'none', 'repeated', 'repeated-with-subtotal'),
    split: fc.constantFrom('none', 'none', 'two-tables', 'two-sheets'),
    footer: fc.boolean(),
    hidden: fc.constantFrom('none', 'none', 'row', 'column', 'sheet'),
    format: fc.constantFrom('general', 'fixed'),
    recovered: fc.constantFrom(false, false, true),
    notes: fc.constantFrom(false, false, true),
    adjusted: fc.constantFrom('none', 'none', 'columns', 'net'),
    returned: fc.constantFrom('none', 'none', 'in', 'noted'),
    signed: fc.constantFrom('then', 'then', 'next-january', 'no-day'),
    sourcesStand: fc.constantFrom('grouped', 'grouped', 'beside', 'beside-of-which'),
  });
}
