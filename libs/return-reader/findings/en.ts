import type { MessageId } from './catalogue';

/** English texts, the same in content as the Vietnamese ones. */
export const ENGLISH: Readonly<Record<MessageId, string>> = {
  'not-a-number':
    'Cell {cell} says “{value}”, which is no number. Type the amount, or “-” for zero, “x” for not applicable.',
  'not-a-number-aside':
    'Cell {cell} says “{value}”, which is no number; column {column} is not used for disbursement, so this is only a hint.',
  'percent-amount':
    'Cell {cell} has a percent format (the number inside is {value}): that is a rate, no amount. Type the amount, or take the percent format off if the number is right.',
  'percent-amount-aside':
    'Cell {cell} has a percent format (the number inside is {value}), which is no amount; column {column} is not used for disbursement, so this is only a hint.',
  'ambiguous-column':
    'Cell {cell}{ofEn} is the text “{value}”, which can be read in two ways: {firstEn} or {secondEn}; column {column} has {more} more. All such cells of the file are read in the same way. Choose, or type a number in Excel.',
  ambiguous:
    'Cell {cell}{ofEn} is the text “{value}”, which can be read in two ways: {firstEn} or {secondEn}. All such cells of the file are read in the same way. Choose one, or retype it as a number.',
  'ambiguous-alone':
    'Cell {cell}{ofEn} is the text “{value}”, which can be read in two ways: {firstEn} or {secondEn}; other cells of column {column} are written in both. Choose for this cell, or retype it as a number.',
  'merged-over-projects':
    'The merged cell {cell} holds one amount for several projects ({rows}). Unmerge it and give each project its own amount.',
  negative: 'Cell {cell} is negative ({value}). A cumulative amount cannot be negative; please check it.',
  'cell-error': 'Cell {cell} shows the Excel error {value}. Mend the formula and save again.',
  'cell-error-aside':
    'Cell {cell} shows the Excel error {value}; it is computed anew, so this is only a hint.',
  'formula-without-value':
    'Cell {cell} has a formula but the file holds no result. Open the file in Excel, save it, and send it again.',
  'formula-without-value-aside':
    'Cell {cell} has a formula but the file holds no result; the cell is not used for disbursement.',
  'formula-computed':
    'Cell {cell} has a formula whose result the file does not hold; it was computed as {value}.',
  'over-plan':
    'Cell {cell}: {disbursed} đồng disbursed is more than the plan of {planned} đồng of “{project}”. Mend it, or give the reason.',
  'project-repeated':
    'The project “{project}” already stands in cell {first}, without another source. Delete one row, or name the source of each.',
  'clearance-repeated':
    'The land clearance of “{project}” already stands in cell {first}. Delete one row, or say of which stretch or commune each is.',
  'sheets-alike':
    'Sheet “{sheet}” repeats {count} projects of sheet “{other}”, without another source. Choose the sheet that counts; if both do, name the source of each.',
  'project-code':
    'The project code “{value}” in cell {cell} isn’t one code of 7 digits. Check it: one code a cell, digits only.',
  'project-code-missing': 'The project “{project}” has no code. Write its 7 digits in cell {cell}.',
  'project-without-name': 'Row {row} has amounts but no project name. Write the name, or delete the row.',
  'row-unclear':
    'Row {row} “{value}” has neither ordinal nor code: is it a project, a heading, or a part of the row above? Please choose.',
  'row-after-end':
    'Row {row} “{value}” stands below the signatures but looks like a project; it was not counted. Move it up, or choose to ignore it.',
  'returned-row':
    'Row {row} “{value}” beneath “{project}” says {amount}; the table doesn’t tell whether the project’s disbursement has it off. If it doesn’t, mend the disbursement and upload again; if it does, say so.',
  'plan-type-unclear':
    'Cell {cell} says “{value}” in a table of {year}: it is not clear whether that is this year’s plan. Choose, or write it out, like “vốn kéo dài”.',
  'rate-differs':
    'Cell {cell} states the rate {value}; recomputed it is {rate} %. Please check; the recomputed one is used.',
  'identity-differs': 'Cell {cell} says {total}, but the columns {columns} add up to {sum}. Make them agree.',
  'plan-types-together':
    'Column {column} has what was spent of this year’s plan and of the {planTypeEn} together; some projects have both, and the table doesn’t split it. Choose, or add a column of the {planTypeEn}.',
  'carried-over-blank':
    'Cell {cell} is blank, so it is not known how much of {total} is {planType}. Write the amount, or “-” for none.',
  'parts-exceed':
    'The part in {parts} is {sum}, more than the {total} in {whole} that it is a part of. Mend the figure that is wrong.',
  'total-differs':
    'Cell {cell} states the total {total}, but the rows add up to {sum}{unitEn}{gapEn}. Mend the total or the wrong row.',
  'total-differs-unread':
    'Cell {cell} states the total {total}, but the rows add up to {sum}{unitEn} (+{unread} unreadable cells). Mend the total or the wrong row.',
  'total-rounding':
    'Cell {cell} states the total {total}, and the rows add up to {sum}{unitEn}; the difference is within rounding. The recomputed total is used.',
  'unit-unknown':
    'The table on sheet “{sheet}” does not state its unit. Write “Đơn vị tính: …” above it, or choose the unit.',
  'unit-conflict': 'Sheet “{sheet}” states different units for one table ({units}). Choose the right one.',
  'unit-magnitude':
    'With the unit {unit}, {what} is {amount} đồng{against}: hardly true. Choose the right unit, or mend the file; if it is the figure approved before that is wrong, ask for that return to be reverted.',
  'unit-magnitude-of-column':
    'With the unit {unit} of column {column}, {what} is {amount} đồng{against}: hardly true. Choose the right unit of column {column}, or mend the file.',
  'unit-of-column-unlikely':
    'Read in {unit}, column {column} against column {other} means that most projects have disbursed more than their plan, or all of them less than 0.2 %: the two columns may be in different units. Choose the right unit, or write it into the caption.',
  'unit-of-column':
    'Column {column} is read in {unit}, but beside column {other} it is off by thousands in most rows. Choose which column is in another unit, or write the unit into its caption.',
  'unit-of-cell':
    'Cell {cell} says {value}, in {unit} {amount} đồng: off by thousands from {against}. Choose the unit of this one cell.',
  'unit-in-cell':
    'Cell {cell} says “{value}”, in another unit than its column ({unit}). Retype it in the unit of the table.',
  'unit-typed': 'Cell {cell} says its own unit, “{value}”; it is read as {amount} đồng.',
  'unit-in-format':
    'The format of cell {cell} shows the number divided by thousands. Choose the unit of the stored numbers of column {column}.',
  'date-unknown':
    'It is not said to which day the figures go. Write “Số liệu đến ngày …” under the title, or choose the date.',
  'date-vague':
    'Cell {cell} only says “{value}”, which is no day. Write day, month and year, or choose the date.',
  'date-previous':
    'The disbursement in column “{value}” only goes to the end of the period before, so that its date is not the report’s. Choose the date of the figures.',
  'date-impossible':
    'Cell {cell} says “{text}”, which the calendar does not have. Mend it, or choose the date.',
  'date-future': 'The figures are dated {date}, after today ({today}). Please check the date.',
  'date-future-known':
    'The figures are dated {date}, after today ({today}); this office has said that it dates ahead.',
  'sheets-by-date':
    'The file has sheets of {count} dates with the same projects. The newest, “{sheet}” ({date}), is read. Choose the date that is sent.',
  'dates-differ': 'The file states different dates of its figures: {dates}. Choose the right one.',
  'date-contradicted':
    'The date {date} was chosen, but the file says {dates}. Choose the date again, or mend the one in the file.',
  'date-outside-year':
    'The date {date} was chosen, which is not in the plan year {year} (it ends on 31 January of the next). Choose the date again, or mend the year in the file.',
  'due-unknown':
    'Cell {cell} states the due date “{value}”, which cannot be read as a date. Write it as day/month/year.',
  'year-unknown':
    'It is not clear to which plan year this belongs ({years}). Write “NĂM …” in the title, or choose the year.',
  'years-differ':
    'The file names different plan years ({named}). Choose the right one; figures of another year don’t count in this year’s plan.',
  'decision-unknown':
    'Number and date of the plan decision cannot be read. Write “Kèm theo Quyết định số … ngày …” under the title, or enter them.',
  'columns-compete': 'Several columns could be “{field}”: {columns}. Choose the right one.',
  'decision-contradicted':
    'The decision {decision} was given, but the file names {named}. Choose again, or mend the file.',
  'column-scope':
    'Does column {columns} hold the carried-over and advanced plans that have columns of their own? Please choose.',
  'column-delta':
    'Is column {columns} the new plan or a change of it? Choose, or add a column “Kế hoạch sau điều chỉnh”.',
  'column-returned':
    'Columns {columns}: is what was given back to the budget taken off what was disbursed already? The rates and remainders of the table don’t tell. Choose.',
  'column-adjustment':
    'Columns {columns}: on {rows} rows {formula} is not column {after} (row {row}: {sum} against {stated}). Choose the plan as it is now, or mend the file.',
  'column-adjustment-counted':
    'Columns {columns}: {formula} is column {after}, but the rates or remainders of the table count from the plan before it. Choose the plan as it is now.',
  'plan-only-changes':
    'Column {columns} only says what was added or taken away. The plan ledger holds what each project has after it: add a column “Kế hoạch sau điều chỉnh” and upload the file again.',
  'returned-more':
    'Cell {cell} gives back more than was disbursed of the project ({left} đồng are left). Check it.',
  'column-period':
    'Column {columns} only gives the amount of the period, and there is no cumulative column. Add one, or choose this if it is cumulative.',
  'column-previous':
    'There is no column up to the day of the report; column {columns} only goes to the end of the period before. Choose it if that is sent, or add a cumulative column.',
  'column-capital':
    'Is column {columns} the project’s whole capital or compensation? Choose, or write “bồi thường” in its caption.',
  'column-subject':
    'Does column {columns} count households, land or money? Choose, or say so in its caption (“Số hộ đã …”, “Kinh phí đã …”).',
  'column-other-year':
    'Column {columns} is the plan of another year, and the table has none of this year. Is it the {field} of this return? Choose.',
  'column-recovery':
    'Columns {columns}: are the advances shown before or after what was recovered of them? The table has no total, rate or remainder that tells. Choose one.',
  'column-sources':
    'Columns that read like sources stand behind the {field} ({columns}), but the captions don’t say so. Are they the sources of the first one? Choose.',
  'column-payments':
    'How do the columns {columns} make what was disbursed? The table has no total, rate or remainder that would tell. Choose.',
  'advance-recovered':
    'The table has no column for all that was disbursed; it is taken as {formula}: a recovered advance counts once. Check it before sending.',
  'recovered-more':
    'Cell {cell}: recovered advances of {recovered} đồng are more than the advances of {advance} đồng of the row. An advance not yet recovered can’t be negative; check it.',
  'column-missing':
    'The table on sheet “{sheet}” has no column that can be read as “{field}”. Choose the column, or mend its caption.',
  'column-unread': 'Column {columns} has numbers but none that are asked for; it is ignored.',
  'parts-differ':
    'Column {total} is not the sum of the columns {columns} in most rows; it is not clear which are sources. Choose what the columns mean.',
  'other-tables':
    'Sheet “{sheet}” has two tables side by side on the same rows (the second from cell {cell}). Move the second one beneath the first or to a sheet of its own, with its unit.',
  'hidden-rows':
    'Sheet “{sheet}” has hidden rows with figures ({rows}); they are read all the same. Check them before sending.',
  'hidden-columns':
    'Sheet “{sheet}” has hidden columns with figures ({columns}); they are read all the same. Check them before sending.',
  'hidden-sheet':
    'Sheet “{sheet}” is hidden but has figures; it is read all the same. Check it before sending.',
  macros:
    'The file has macros. They are never run here, only the figures are read; they stay in the original and in a marked .xlsm. When you open a downloaded file, enable macros only if you know where it comes from.',
  'sheet-ignored': 'Sheet “{sheet}” holds instructions or an example; no figures are read from it.',
  'summary-ignored':
    'The table on sheet “{sheet}” is a summary with the same totals as the table on sheet “{detail}”; only the latter is read.',
  'subject-ignored':
    'The table on sheet “{sheet}” is about debts, settlements or needs, no return; no figures are read from it.',
  'copy-ignored': 'Sheet “{sheet}” does not count, as was chosen.',
  'earlier-ignored':
    'Sheet “{sheet}” holds figures of another date ({dates}) for the projects on sheet “{other}”; only the latter is read. Check it before sending.',
  'basis-ignored': 'The table on sheet “{sheet}” is a {kindEn}; as chosen, it is not read here.',
  'clearance-order':
    '“{project}”: {more} ({moreValue}) should not be less than {less} ({lessValue}). Please check cell {cell}.',
  'clearance-beyond':
    '“{project}”: {less} ({lessValue}) can’t be more than {more} ({moreValue}). Mend cell {cell}, or the caption if the column isn’t {less}.',
  'count-not-a-number': 'Cell {cell} says “{value}”, which is no number. Type the number, or “-” for zero.',
  'legacy-font':
    'Sheet “{sheet}” uses the old font {font}; it was converted to Unicode, for example “{value}”. Please check the names.',
  'kinds-mixed':
    'The file holds both a board’s return and a Treasury statement. Choose which is sent now; send the other as a file of its own.',
  'kind-unclear':
    'The table on sheet “{sheet}” has both households and columns of capital: is it the project’s capital (read as disbursement and land clearance) or compensation? Please choose.',
  'subject-unclear':
    'The table on sheet “{sheet}” is about debts, settlements or needs, but has a plan in it. Does it count? Please choose.',
  'kind-impossible':
    '“{chosenEn}” was chosen at the upload, but the table on sheet “{sheet}” has no figures of that kind. Choose the right one.',
  'office-differs':
    'The head says “{named}”, but “{own}” sends it. If it is the wrong file, withdraw it and send the right one; if these are the figures of “{own}”, say why.',
  'no-table':
    'No table with projects and plan, disbursement or land clearance was found. Use the blank return, or check the file.',
  'not-a-workbook':
    'The file is no Excel workbook, table as text (.csv) or web page with a table. Save it as .xlsx and send it again.',
  'text-separator':
    'It is unclear whether the cells of this text file (.csv) are separated by commas, semicolons or tabs. Add a first line “sep=;” (or “sep=,”), or save it as .xlsx, and send it again.',
  'page-without-table':
    'The file is a web page without a table, perhaps the sign-in or error page of the software that exports it. Export it again and send that.',
  password: 'The file is protected by a password. Remove it (File → Info → Protect) and send it again.',
  damaged:
    'The file is damaged and cannot be read in full. Open it in Excel, save it as a new file, and send it again. ({detail})',
  'text-encoding':
    'The characters of the file aren’t in the encoding that it names, so it cannot be read in full. Open it in Excel, save it as .xlsx and send it again. ({detail})',
  'limit-file-size':
    'The file is larger than {most} MB. Delete superfluous sheets, pictures and rows, and send it again.',
  'limit-sheets': 'The file has more than {most} sheets. Delete the superfluous ones and send it again.',
  'limit-cells':
    'The file has more than {most} cells with content or merged cells. Delete superfluous sheets and rows, and send it again.',
  'limit-place':
    'The table has cells outside of an Excel sheet (more than {most} rows or columns). Save it as .xlsx and send it again.',
  'limit-content':
    'What is packed in the file is unusually large or intricate for a return. Copy the table to a new Excel file and send that. ({detail})',
  'limit-effort':
    'The file takes too long or too much memory to read. Delete superfluous sheets, pictures and rows, or copy the table to a new Excel file, and send that. ({detail})',
  'file-unreadable':
    'The file cannot be opened ({detail}). Check its name, its folder and whether you may read it.',
};
