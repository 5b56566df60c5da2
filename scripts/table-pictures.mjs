// `node scripts/table-pictures.mjs`: draws docs/images/*.png, the pictures of docs/how-a-table-is-read.md, from real
// samples as the reader reads them today. Needs Chromium (Debian: `chromium`).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './install.mjs';

await build();
const load = createRequire(import.meta.url);
const { openWorkbook } = load(path.join(root, 'dist/libs/workbook-io/index.js'));
const { readWorkbook } = load(path.join(root, 'dist/libs/return-reader/index.js'));

const IMAGES = path.join(root, 'docs/images');
const WIDTH = 1180;
const STYLE = `
  body { margin: 10px; font: 12px 'DejaVu Sans', sans-serif; color: #222; background: #fff; }
  table { border-collapse: collapse; table-layout: fixed; }
  td, th { border: 1px solid #c8ccd0; padding: 2px 4px; height: 16px; overflow: hidden; vertical-align: middle; }
  td div { max-height: 60px; overflow: hidden; }
  th { background: #eceff1; color: #607d8b; font-weight: normal; font-size: 10px; }
  .number { text-align: right; white-space: nowrap; }
  .bold { font-weight: bold; } .bold.number { font-size: 11px; }
  .tag { background: #37474f; color: #fff; font-size: 10px; text-align: center; word-break: break-word; }
  .said { background: #fff3bf; } .header { background: #bbdefb; } .numbers { background: #e3f2fd; }
  .text { background: #f1f8e9; } .plan { background: #ffe0b2; } .spent { background: #c8e6c9; } .other { background: #f5f5f5; color: #888; }
  .project { background: #c8e6c9; } .checked { background: #d1c4e9; }
  .error { background: #ef9a9a; } .question { background: #ffcc80; } .warning { background: #fff59d; }
  .legend span { display: inline-block; padding: 2px 8px; margin-right: 8px; border: 1px solid #c8ccd0; } .legend { margin: 0 0 8px; }
`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (column) => String.fromCharCode(65 + column);
const nameOf = ({ row, column }) => `${letters(column)}${row + 1}`;
const shown = (cell) => {
  const { type, number, text } = cell.value;
  if (cell.isDate) return new Date(Date.UTC(1899, 11, 30 + number)).toISOString().slice(0, 10);
  return type === 'number' ? number.toLocaleString('vi-VN', { maximumFractionDigits: 3 }) : (text ?? '');
};

/** A part of a sheet as an HTML table: `paint` gives each place its class, `tags` a label above each column. */
function drawn(sheet, { rows: [from, to], widths, paint = () => '', tags, titles }) {
  const cells = new Map(sheet.rows.flatMap((row) => row.cells.map((cell) => [nameOf(cell), cell])));
  const covered = new Map();
  const spans = new Map();
  for (const { top, left, bottom, right } of sheet.merges) {
    const end = Math.min(bottom, to - 1);
    spans.set(nameOf({ row: top, column: left }), [
      end - top + 1,
      Math.min(right, widths.length - 1) - left + 1,
    ]);
    for (let row = top; row <= end; row += 1)
      for (let column = left; column <= right; column += 1)
        if (row !== top || column !== left) covered.set(nameOf({ row, column }), true);
  }
  const columns = widths.map((_, column) => column);
  // A title runs over the empty cells to its right, as in Excel.
  const reach = (row, column) => {
    if (row >= (titles ?? 0)) return 1;
    const next = columns.find(
      (c) => c > column && (cells.has(nameOf({ row, column: c })) || covered.has(nameOf({ row, column: c }))),
    );
    for (let c = column + 1; c < (next ?? widths.length); c += 1)
      covered.set(nameOf({ row, column: c }), true);
    return (next ?? widths.length) - column;
  };
  const lines = [`<tr><th></th>${columns.map((c) => `<th>${letters(c)}</th>`).join('')}</tr>`];
  if (tags) lines.push(`<tr><th></th>${columns.map((c) => `<td class="tag">${tags(c)}</td>`).join('')}</tr>`);
  for (let row = from - 1; row < to; row += 1) {
    const places = columns.flatMap((column) => {
      const name = nameOf({ row, column });
      if (covered.has(name)) return [];
      const cell = cells.get(name);
      const [height, width] = spans.get(name) ?? [1, cell?.value.type === 'text' ? reach(row, column) : 1];
      const look = [
        paint(row + 1, column, name),
        cell?.bold && 'bold',
        cell?.value.type === 'number' && 'number',
      ];
      const content = escape(cell ? shown(cell) : '');
      return `<td rowspan="${height}" colspan="${width}" class="${look.filter(Boolean).join(' ')}"><div>${content}</div></td>`;
    });
    lines.push(`<tr><th>${row + 1}</th>${places.join('')}</tr>`);
  }
  const cols = ['26px', ...widths.map((width) => `${width}px`)].map(
    (width) => `<col style="width:${width}">`,
  );
  return `<table style="width:${26 + widths.reduce((a, b) => a + b, 0)}px">${cols.join('')}${lines.join('')}</table>`;
}

const legend = (entries) =>
  `<p class="legend">${Object.entries(entries)
    .map(([look, text]) => `<span class="${look}">${text}</span>`)
    .join('')}</p>`;

/** Chromium takes a picture of the page, as high as asked for. */
function picture(name, height, ...parts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'table-pictures-'));
  try {
    const page = path.join(folder, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${parts.join('<p></p>')}`,
    );
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
    ];
    const target = path.join(IMAGES, `${name}.png`);
    const shot = [
      `--user-data-dir=${folder}/profile`,
      `--screenshot=${target}`,
      `--window-size=${WIDTH},${height}`,
    ];
    execFileSync('chromium', [...flags, ...shot, pathToFileURL(page).href], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sample(file, index = 0) {
  const model = openWorkbook(readFileSync(path.join(root, 'test/fixtures', file)));
  const reading = readWorkbook(model);
  const sheet = model.sheets.find(({ name }) => name === reading.sheets[index].name);
  return { sheet, reading, read: reading.sheets[index] };
}

mkdirSync(IMAGES, { recursive: true });
const { sheet, reading, read } = sample('returns/board-weekly-2023-06-21.xlsx');
const WIDTHS = [42, 190, 62, 78, 88, 88, 88, 80, 88, 84, 80, 58, 110];
const header = new Set(read.headerRows);
const last = Math.max(...header);
const meaning = (column) => read.columns.find((c) => c.column === letters(column))?.meaning ?? '';
const projects = new Set(reading.projects.map(({ cell }) => Number(cell.cell.slice(1))));
const group = (column) => {
  const [field] = meaning(column).split(':');
  if (field === 'planned') return 'plan';
  if (['disbursed', 'completed', 'advance'].includes(field)) return 'spent';
  return ['rate', 'note', 'ignored'].includes(field) ? 'other' : 'text';
};

picture('1-as-it-came', 610, drawn(sheet, { rows: [1, 18], widths: WIDTHS }));
const said = new Set(
  sheet.rows
    .flatMap((row) => row.cells)
    .filter(
      (cell) => cell.row + 1 < Math.min(...header) && /số liệu đến|đvt|năm 2023/i.test(cell.value.text ?? ''),
    )
    .map(nameOf),
);
picture(
  '2-header-and-statements',
  385,
  legend({
    said: 'what the table says of itself: year, date, unit',
    header: 'header',
    numbers: 'column numbers',
  }),
  drawn(sheet, {
    rows: [1, last + 2],
    widths: WIDTHS,
    paint: (row, _, name) =>
      said.has(name) ? 'said' : row === last ? 'numbers' : header.has(row) ? 'header' : '',
  }),
);
picture(
  '3-meanings-of-columns',
  400,
  legend({
    text: 'text',
    plan: 'plan',
    spent: 'disbursement',
    other: 'recomputed, kept as text, or ignored',
  }),
  drawn(sheet, {
    rows: [Math.min(...header), last + 5],
    widths: WIDTHS,
    tags: (column) => meaning(column).replace('planned:current-year:', 'planned: '),
    paint: (_, column) => group(column),
  }),
);
picture(
  '4-rows',
  600,
  legend({ project: 'a project: counts', checked: 'heading or total: checked, never added' }),
  drawn(sheet, {
    rows: [last + 1, last + 14],
    widths: WIDTHS,
    paint: (row) => (projects.has(row) ? 'project' : 'checked'),
  }),
);

const wrong = sample('returns/board-with-mistakes.xlsx');
const findings = new Map(wrong.reading.findings.filter(({ cell }) => cell).map((f) => [f.cell, f]));
const codes = [...findings.values()]
  .filter(({ severity }) => severity !== 'info')
  .map(({ severity, cell, code }) => `<span class="${severity}">${cell} ${code}</span>`);
picture(
  '5-findings',
  490,
  `<p class="legend" style="line-height:2">${codes.join('')}</p>`,
  drawn(wrong.sheet, {
    rows: [1, 16],
    widths: [40, 330, 90, 110, 110, 80, 220],
    paint: (_, __, name) => findings.get(name)?.severity ?? '',
  }),
);

const old = sample('legacy-text/commune-vni.xlsx');
const twin = sample('returns/commune-binh-duong-2023-06-21.xlsx');
const NARROW = [40, 330, 130, 130, 130, 200];
picture(
  '6-old-fonts',
  555,
  ...[old, twin].map(({ sheet: one }) => drawn(one, { rows: [1, 11], widths: NARROW, titles: 5 })),
);
