import type { RememberedTopic, RememberedView } from '@thongvon/api-contract';
import type { Answer } from './answer';
import type { Remembered } from './remembered';

interface Named {
  readonly id: string;
  readonly organization: RememberedView['organization'];
  readonly remembered: Remembered;
}

const NOTHING = {
  sheet: null,
  cell: null,
  asked: null,
  value: null,
  projectName: null,
  columns: [],
  headerRows: [],
  unit: null,
} as const;

/** What is remembered as it is shown; `names` are those of the people, returns and projects behind it. */
export function toRememberedView(
  { id, organization, remembered }: Named,
  names: ReadonlyMap<string, string>,
): RememberedView {
  const { origin } = remembered;
  return {
    ...NOTHING,
    ...partsOf(remembered, names),
    id,
    organization,
    origin: origin && {
      by: names.get(origin.by ?? '') ?? null,
      at: origin.at,
      returnId: origin.returnId,
      fileName: names.get(origin.returnId) ?? '',
    },
  };
}

function partsOf(
  remembered: Remembered,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  switch (remembered.type) {
    case 'habit':
      return { topic: 'habit', value: remembered.habit };
    case 'answer':
      return ofAnswer(remembered.answer, names);
    case 'table': {
      const { sheet, headerRows, kind, columns, unit, captions = [] } = remembered.mapping;
      const captionOf = (column: string): string | null =>
        captions.find((caption) => caption.startsWith(`${column}: `))?.slice(column.length + 2) ?? null;
      return {
        topic: 'table',
        value: kind,
        sheet,
        headerRows,
        unit: unit ?? null,
        columns: columns.map(({ column, meaning }) => ({ column, meaning, caption: captionOf(column) })),
      };
    }
  }
}

/** Only what is lasting is remembered, and each of these is a topic of its own. */
function ofAnswer(
  { asks, sheet, cell, asked, value, captions = {} }: Answer,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  const about = { topic: asks as RememberedTopic, sheet, cell, asked };
  if (asks === 'project')
    return { ...about, value: value === 'new' ? value : null, projectName: names.get(value ?? '') ?? null };
  if (asks !== 'column' && !(value ?? '').includes('=')) return { ...about, value };
  const columns = [...(value ?? '').matchAll(/([A-Z]+)=([^,]+)/g)].map(([, column = '', meaning = '']) => ({
    column,
    meaning,
    caption: captions[column] ?? null,
  }));
  return { ...about, columns };
}
