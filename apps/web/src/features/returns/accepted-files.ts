/** What a return is read from, by what names end in; the server looks at the bytes. All that names them takes them from here. */
const ENDINGS = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.txt', '.xml', '.htm', '.html'] as const;

/** For a file chooser. */
export const ACCEPTED = ENDINGS.join(',');

/** For a sentence. */
export const ENDINGS_NAMED = ENDINGS.join(', ');
