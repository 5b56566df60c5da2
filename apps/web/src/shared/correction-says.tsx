import type { CorrectionView } from '@thongvon/api-contract';
import { type Messages, useFormats, useText, withValues } from '../language';
import { useValueText } from './value-text';

const messages = {
  corrected: withValues(
    'Đính chính ô {cell}: trong tệp {stood}, đúng là {value}. Lý do: “{reason}” ({who}, {office}, {when})',
    'Cell {cell} corrected: {stood} in the file, {value} is right. Reason: “{reason}” ({who}, {office}, {when})',
  ),
} satisfies Messages;

/** What the file has in a cell, what was declared to be right, why, by whom and when. */
export function CorrectionSays({ one }: { readonly one: CorrectionView }) {
  const t = useText(messages);
  const formats = useFormats();
  const shown = useValueText();
  const { cell, type, value, stood, reason, by, at } = one;
  const right = shown({ type, text: value });
  return t.corrected(cell, shown(stood), right, reason, by.name, by.office, formats.instant(at));
}
