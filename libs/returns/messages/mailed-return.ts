import { formatPlainDate, type PlainDate, RETURN_KIND_NAMES } from '@thongvon/kernel';
import { type ReturnKind } from '@thongvon/return-reader';

/** What a mail to the officer who uploaded a return says of it. Offices, no people. */
export interface MailedReturn {
  readonly kinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  readonly fileName: string;
  /** The office whose return it is. */
  readonly sender: string;
  /** Opens the return. */
  readonly url: string;
}

/** "báo cáo giải ngân đến ngày 21/06/2023" */
export function titleOf({ kinds, asOf }: MailedReturn): string {
  const kind = kinds.length === 0 ? 'báo cáo' : kinds.map((each) => RETURN_KIND_NAMES[each].vi).join(' và ');
  return asOf === null ? kind : `${kind} đến ngày ${formatPlainDate(asOf)}`;
}

export const capitalised = (words: string): string =>
  words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Why the officer gets it. */
export const FOOTER = 'Thư tự động của Thông Vốn, gửi cho người đã nộp báo cáo. Xin không trả lời thư này.';
