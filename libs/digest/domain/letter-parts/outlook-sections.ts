import { DUTY_NAMES } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import type { Digest, OwingOffice, PendingReturn, UnansweredBlocker } from '../digest';
import { type LetterSection, type Line, line, plain, strong } from '../letter';
import { billions, day, hundredths, percent, shortDay, words } from '../messages/letter';
import { rateOf } from '../shares';

/** The letter stays short and small; the attachment holds all. */
const MOST_OFFICES = 10;
const MOST_UNANSWERED = 3;

/** Where the year leads, of what and by which figures; where nothing can be forecast, why. */
export function forecastSection({ forecast, total, asOf, expected, held }: Digest): LetterSection {
  const { deadline, disbursed, unspent, missing, short, withoutPace } = forecast;
  const end = shortDay(deadline);
  if (disbursed === null || asOf === null)
    return paragraphs(words.noForecast(end), [line(whyNot(forecast, asOf))]);
  const rate = percent(rateOf({ ...total, disbursed }));
  const target = expected === null ? null : hundredths(expected.final.hundredths);
  const toTarget =
    missing === null || target === null
      ? ''
      : missing > 0n
        ? `, hụt ${billions(missing)} tỷ so với mục tiêu ${target}`
        : `, đạt mục tiêu ${target}`;
  const blocked =
    held.projects === 0 || forecast.ifBlockedStandStill === null
      ? ''
      : ` Nếu ${held.projects} dự án có vướng mắc đứng yên: ${percent(rateOf({ ...total, disbursed: forecast.ifBlockedStandStill }))}.`;
  const moved =
    forecast.proposed === 0n
      ? ''
      : ` Nếu chuyển ${billions(forecast.proposed)} tỷ theo phương án của mọi việc, kể cả việc xếp sau: ${percent(rateOf({ ...total, disbursed: forecast.ifMoved }))}.`;
  const unpaced =
    withoutPace === 0
      ? ''
      : ` ${withoutPace} dự án chưa có hai báo cáo cách nhau 4 tuần, giữ nguyên số đã giải ngân.`;
  return paragraphs(words.forecast(end, rate, billions(unspent)), [
    line(
      `Giải ngân được ${billions(disbursed)} tỷ trong kế hoạch năm ${billions(total.planned)} tỷ, không hết `,
      strong(`${billions(unspent)} tỷ của ${short} dự án`),
      `${toTarget}.${moved}${blocked} Theo tốc độ 4 tuần gần nhất của từng dự án, số liệu đến ${day(asOf)}, không quá kế hoạch; cộng trước, làm tròn sau.${unpaced}`,
    ),
  ]);
}

function whyNot({ silent, silentSince }: Digest['forecast'], asOf: Digest['asOf']): string {
  if (asOf === null) return 'Chưa đơn vị nào báo cáo.';
  if (silent > 0 && silentSince !== null)
    return `${silent} dự án có số liệu đã quá 4 tuần, cũ nhất ${day(silentSince)}: không dự báo bằng số cũ.`;
  return 'Chưa có hai báo cáo cách nhau 4 tuần nên chưa rõ tốc độ.';
}

/** Of whom nothing is known: a section of its own, so that silence is never read as zero. */
export function silenceSections(digest: Digest): LetterSection[] {
  const lines = [
    ...officeLines(digest),
    ...unansweredLines(digest.silence.unanswered),
    ...projectLines(digest),
  ];
  if (lines.length > 0) return [paragraphs(words.silence, lines)];
  const { owed } = digest.coverage;
  return owed === 0 ? [] : [paragraphs(words.everybodySent, [line(`Cả ${owed} đơn vị đã gửi.`)])];
}

function officeLines({ silent, sentBack, pending }: Digest): Line[] {
  const owing = [
    ...silent.map((office) => officeLine(office, ' chưa gửi;')),
    ...sentBack.map((office) => officeLine(office, ' bị trả lại, chưa gửi lại;')),
    ...pending.map(pendingLine),
  ];
  const further = owing.length - MOST_OFFICES;
  return [...owing.slice(0, MOST_OFFICES), ...(further > 0 ? [line(words.furtherOffices(further))] : [])];
}

function officeLine({ name, kind, lastAsOf }: OwingOffice, state: string): Line {
  const last = lastAsOf === null ? 'chưa có số nào được duyệt.' : `số gần nhất ${shortDay(lastAsOf)}.`;
  return [strong(name), plain(`, ${DUTY_NAMES[kind].vi}:${state} ${last}`)];
}

function pendingLine({ office, kind, receivedAt }: PendingReturn): Line {
  const received = receivedAt === null ? '' : `, nhận ngày ${shortDay(businessDate(receivedAt))}`;
  return line(strong(office), `, ${DUTY_NAMES[kind].vi}${received}, chưa duyệt nên chưa tính vào số trên.`);
}

function unansweredLines(blockers: readonly UnansweredBlocker[]): Line[] {
  const further = blockers.length - MOST_UNANSWERED;
  return [
    ...blockers
      .slice(0, MOST_UNANSWERED)
      .map(({ project, unit, due }) =>
        line(
          strong(unit ?? words.noUnit),
          ` chưa báo gì từ hạn ${shortDay(due)}: `,
          project,
          '. Không coi là chưa làm.',
        ),
      ),
    ...(further > 0 ? [line(words.furtherBlockers(further))] : []),
  ];
}

function projectLines({ silence }: Digest): Line[] {
  const { projects, withoutFigures, stale, estimated } = silence;
  return [
    ...(withoutFigures.projects > 0
      ? [
          line(
            `${withoutFigures.projects} dự án chưa có số giải ngân nào (kế hoạch ${billions(withoutFigures.planned)} tỷ): để trống, không phải 0.`,
          ),
        ]
      : []),
    ...(stale.projects > 0 && stale.since !== null
      ? [line(`${stale.projects} dự án còn giữ số cũ hơn tuần báo cáo, cũ nhất ${shortDay(stale.since)}.`)]
      : []),
    ...(estimated !== null && estimated < projects
      ? [
          line(
            `Ước đến 31/01 của chủ đầu tư: ${estimated}/${projects} dự án đã ghi. Dự báo ở trên là hệ thống tính, chưa phải cam kết.`,
          ),
        ]
      : []),
  ];
}

const paragraphs = (title: string, lines: readonly Line[]): LetterSection => ({
  title,
  note: null,
  blocks: lines.map((each) => ({ type: 'paragraph', line: each })),
});
