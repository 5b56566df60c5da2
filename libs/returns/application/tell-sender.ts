import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatPlainDate, type PlainDate, RETURN_KIND_NAMES } from '@thongvon/kernel';
import { type Actor, FindUser } from '@thongvon/organizations';
import { Environment, Mails, type MailWords, publicAddress, renderPlainMail } from '@thongvon/platform';
import type { ReturnKind } from '@thongvon/return-reader';
import type { Return } from '../persistence/entities/return';

/** The words of a mail about a return. */
type Write = (facts: MailedReturn) => Promise<MailWords>;

/**
 * Writes to the officer who uploaded a return, in the transaction that gives cause to. Nobody is written to whose
 * account is disabled.
 */
@Injectable()
export class TellSender {
  constructor(
    private readonly users: FindUser,
    private readonly mails: Mails,
    private readonly environment: Environment,
  ) {}

  /** That it was sent back by `actor`. */
  async sentBack(manager: EntityManager, actor: Actor, found: Return, reason: string): Promise<void> {
    const { organizationName: askedAt } = await this.users.run(actor.userId, manager);
    const write: Write = (facts) => sentBackMail({ ...facts, askedAt, reason });
    await this.tell(manager, found, 'return-sent-back', found.id, write);
  }

  /** That its approval was taken back by `actor`, and whether an earlier return counts again in its place. */
  async reverted(
    manager: EntityManager,
    actor: Actor,
    found: Return,
    { reason, reinstated }: { readonly reason: string; readonly reinstated: readonly string[] },
  ): Promise<void> {
    const { organizationName: askedAt } = await this.users.run(actor.userId, manager);
    const write: Write = (facts) =>
      revertedMail({ ...facts, askedAt, reason, earlierCounts: reinstated.length > 0 });
    await this.tell(manager, found, 'return-reverted', found.id, write);
  }

  /** That it raises questions since it was handed in. */
  async askedAgain(manager: EntityManager, found: Return): Promise<void> {
    await this.tell(manager, found, 'return-asked-again', `${found.id}:${found.version}`, askedAgainMail);
  }

  private async tell(
    manager: EntityManager,
    found: Return,
    kind: string,
    occasion: string,
    write: Write,
  ): Promise<void> {
    const officer = await this.users.run(found.uploadedBy, manager);
    if (officer.disabled) return;
    const words = await write({
      kinds: found.kinds,
      asOf: found.asOf,
      fileName: found.fileName,
      sender: officer.organizationName,
      url: publicAddress(this.environment, `/bao-cao/${found.id}`),
    });
    await this.mails.add(manager, { key: `${kind}:${occasion}`, kind, to: officer.email, ...words });
  }
}

/** What a mail to the officer who uploaded a return says of it. Offices, no people. */
interface MailedReturn {
  readonly kinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  readonly fileName: string;
  /** The office whose return it is. */
  readonly sender: string;
  /** Opens the return. */
  readonly url: string;
}

/** "báo cáo giải ngân đến ngày 21/06/2023" */
function titleOf({ kinds, asOf }: MailedReturn): string {
  const kind = kinds.length === 0 ? 'báo cáo' : kinds.map((each) => RETURN_KIND_NAMES[each].vi).join(' và ');
  return asOf === null ? kind : `${kind} đến ngày ${formatPlainDate(asOf)}`;
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Why the officer gets it. */
const FOOTER = 'Thư tự động của Thông Vốn, gửi cho người đã nộp báo cáo. Xin không trả lời thư này.';

/** Tells an officer that a return that was handed in raises questions, since plan or figures have changed meanwhile. */
async function askedAgainMail(facts: MailedReturn): Promise<MailWords> {
  const { fileName, sender, url } = facts;
  const title = titleOf(facts);
  return {
    subject: `Cần trả lời thêm: ${title}`,
    ...(await renderPlainMail({
      heading: `${capitalised(title)} cần trả lời thêm`,
      blocks: [
        {
          paragraph:
            'Từ khi anh/chị nộp báo cáo, kế hoạch vốn hoặc số liệu đã duyệt có thay đổi, nên có điểm cần trả lời trước khi duyệt. Báo cáo chưa được duyệt.',
        },
        {
          facts: [
            ['Tệp', fileName],
            ['Đơn vị nộp', sender],
          ],
        },
        {
          paragraph:
            'Việc cần làm: mở báo cáo, trả lời từng câu hỏi rồi nộp lại. Không cần tải tệp lên lần nữa.',
        },
      ],
      action: { label: 'Mở báo cáo', url },
      footer: FOOTER,
    })),
  };
}

/** A return that doesn't count, or no longer, because an office has decided so. */
interface CameBack extends MailedReturn {
  /** The office that has decided it, which can be asked. */
  readonly askedAt: string;
  readonly reason: string;
}

/** Tells an officer that the return came back and why. */
function sentBackMail(facts: CameBack): Promise<MailWords> {
  return cameBackMail(facts, {
    what: 'bị trả lại',
    paragraph: `${facts.askedAt} đã trả lại báo cáo mà anh/chị nộp. Số liệu của báo cáo này chưa được tính vào kết quả chung.`,
  });
}

interface Reverted extends CameBack {
  /** What the return had replaced counts again. */
  readonly earlierCounts: boolean;
}

/** Tells an officer that the approval of the return was taken back, why, and what counts now. */
function revertedMail({ earlierCounts, ...facts }: Reverted): Promise<MailWords> {
  const counts = earlierCounts
    ? 'Báo cáo được duyệt trước đó của đơn vị được tính trở lại.'
    : 'Không có báo cáo nào khác của kỳ này được tính thay; các kỳ đã duyệt trước đó (nếu có) vẫn được tính.';
  return cameBackMail(facts, {
    what: 'bị hủy duyệt',
    paragraph: `${facts.askedAt} đã hủy duyệt báo cáo mà anh/chị nộp. Số liệu của báo cáo này không còn được tính vào kết quả chung. ${counts}`,
  });
}

async function cameBackMail(
  facts: CameBack,
  { what, paragraph }: { readonly what: string; readonly paragraph: string },
): Promise<MailWords> {
  const { fileName, sender, askedAt, reason, url } = facts;
  const title = titleOf(facts);
  return {
    subject: `${capitalised(what)}: ${title}`,
    ...(await renderPlainMail({
      heading: `${capitalised(title)} ${what}`,
      blocks: [
        { paragraph },
        { quoted: reason, as: 'Lý do' },
        {
          facts: [
            ['Tệp', fileName],
            ['Đơn vị nộp', sender],
            ['Hỏi tại', `${askedAt} (tên và địa chỉ thư của người xử lý ở đầu trang báo cáo)`],
          ],
        },
        {
          paragraph:
            'Việc cần làm: mở báo cáo. Nếu số đã đúng, trả lời và gửi lại ngay tại trang; nếu số sai, sửa trong bảng của đơn vị rồi nộp lại tệp đã sửa, hệ thống nhận như một lần nộp mới.',
        },
      ],
      action: { label: 'Mở báo cáo', url },
      footer: FOOTER,
    })),
  };
}
