import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';

/** "Giải ngân đến 21/06/2023", leading to the return. */
export function ReturnTitle({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const formats = useFormats();
  const kinds = one.kinds.map((kind, i) => (i === 0 ? t[kind] : t[kind].toLowerCase())).join(', ');
  return (
    <Link href={`/bao-cao/${one.id}`}>
      {one.asOf === null ? one.fileName : t.toDate(kinds, formats.date(one.asOf))}
    </Link>
  );
}
