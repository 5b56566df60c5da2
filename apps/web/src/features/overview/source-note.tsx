import type { FacetsView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { messages } from './messages';

interface SourceNoteProps {
  readonly sums: FacetsView;
  /** Code of the source that is asked for. */
  readonly source: string;
}

/** Under a source: that only its lines count, what of its disbursements is derived, and what isn't split. */
export function SourceNote({ sums, source }: SourceNoteProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const { split } = sums.total;
  const isNotSplit = source === 'unspecified';
  const amount = (dong: string) => `${formats.amount(dong)} ${short}`;
  const some = (dong: string | null | undefined): dong is string => dong != null && dong !== '0';
  const open = isNotSplit ? t.within : t.besides;
  return (
    <p className="small" role="note">
      {[
        isNotSplit
          ? t.onlyNotSplit
          : t.onlySource(sums.source.find(({ key }) => key === source)?.label ?? source),
        ...(split?.notSplit == null ? [] : [open(amount(split.notSplit), split.notSplitProjects)]),
        ...(some(split?.derived) ? [t.derived(amount(split.derived))] : []),
        ...(some(split?.treasury) ? [t.byTreasury(amount(split.treasury))] : []),
      ].join(' ')}
    </p>
  );
}
