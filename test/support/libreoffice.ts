import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROGRAM = 'soffice';
const PATIENCE = 90_000;

/** `describe`, or `describe.skip` where LibreOffice isn't installed; CI installs it (scripts/ci/steps.mjs). */
export const describeWithLibreOffice = isInstalled() ? describe : describe.skip;

function isInstalled(): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, PROGRAM)));
}

/** What someone types into a cell. */
export interface TypedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
}

/** Opens a workbook in LibreOffice, types into cells as a person could, has everything calculated, and saves it as .xlsx. */
export async function fillInWithLibreOffice(bytes: Uint8Array, cells: readonly TypedCell[]): Promise<Buffer> {
  return withOffice(async (folder, profile) => {
    const [input, typed, output] = ['in.xlsx', 'typed.txt', 'out.xlsx'].map((name) =>
      path.join(folder, name),
    );
    if (!input || !typed || !output) throw new Error('no paths');
    await writeFile(input, bytes);
    await writeFile(typed, cells.map(lineOf).join('\n'));
    // The first start lays out the profile, and would write over what is there.
    await run(PROGRAM, [profile, '--headless', '--terminate_after_init'], { timeout: PATIENCE });
    await installMacro(folder, FILL_IN);
    await run(
      PROGRAM,
      [profile, '--headless', `macro:///Standard.Module1.FillIn("${input}","${typed}","${output}")`],
      {
        timeout: PATIENCE,
      },
    );
    if (!existsSync(output)) throw new Error('LibreOffice saved nothing: a locked cell was typed into');
    return readFile(output);
  });
}

/** What LibreOffice makes of a workbook, in another format. */
export async function convertWithLibreOffice(bytes: Uint8Array, format: 'ods' | 'pdf'): Promise<Buffer> {
  return withOffice(async (folder, profile) => {
    const input = path.join(folder, 'in.xlsx');
    await writeFile(input, bytes);
    await run(PROGRAM, [profile, '--headless', '--convert-to', format, '--outdir', folder, input], {
      timeout: PATIENCE,
    });
    return readFile(path.join(folder, `in.${format}`));
  });
}

/** A LibreOffice of its own, which neither meets another one nor leaves anything behind. */
async function withOffice<T>(work: (folder: string, profile: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-office-'));
  try {
    return await work(folder, `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const lineOf = ({ sheet, cell, value }: TypedCell): string =>
  [sheet, cell, typeof value === 'number' ? 'number' : 'text', value].join('\t');

/** A protected cell refuses what is typed, as it refuses a person; the macro then ends without saving. */
const FILL_IN = `
Sub FillIn(sourcePath As String, typedPath As String, targetPath As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(sourcePath), "_blank", 0, hidden())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  typed = createUnoService("com.sun.star.io.TextInputStream")
  typed.setInputStream(files.openFileRead(ConvertToURL(typedPath)))
  typed.setEncoding("UTF-8")
  isRefused = False
  Do While Not typed.isEOF()
    parts = Split(typed.readLine(), Chr(9))
    If UBound(parts) = 3 Then
      sheet = book.Sheets.getByName(parts(0))
      cell = sheet.getCellRangeByName(parts(1))
      If sheet.isProtected() And cell.CellProtection.IsLocked Then isRefused = True
      If parts(2) = "number" Then
        cell.setValue(CDbl(parts(3)))
      Else
        cell.setString(parts(3))
      End If
    End If
  Loop
  book.calculateAll()
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "Calc MS Excel 2007 XML"
  If Not isRefused Then book.storeToURL(ConvertToURL(targetPath), saving())
  book.close(True)
  StarDesktop.terminate()
End Sub
`;

/** Only modules that the standard library lists are known, and a fresh profile lists one: "Module1". */
async function installMacro(folder: string, code: string): Promise<void> {
  const escaped = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const module = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`;
  await writeFile(path.join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba'), module);
}
