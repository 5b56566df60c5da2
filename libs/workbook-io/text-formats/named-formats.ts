/** Formats that web pages and XML workbooks of Excel call by name, as Excel in Vietnam shows them. */
const NAMED: Readonly<Record<string, string>> = {
  'general number': 'General',
  'general date': 'dd/mm/yyyy hh:mm',
  'long date': 'dd/mm/yyyy',
  'medium date': 'dd-mmm-yy',
  'short date': 'dd/mm/yyyy',
  'long time': 'hh:mm:ss',
  'medium time': 'hh:mm',
  'short time': 'hh:mm',
  currency: '#,##0.00',
  'euro currency': '#,##0.00',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
};

/** A number format as cells of our model have it; undefined for General. */
export function numberFormat(written: string): string | undefined {
  const format = NAMED[written.trim().toLowerCase()] ?? written;
  return format === '' || format === 'General' ? undefined : format;
}
