/** A sentence for the operator, Vietnamese first. */
export interface SettingSentence {
  readonly vi: string;
  readonly en: string;
}

/** What a setting takes. The value of a secret one is never repeated. */
export interface Expected extends SettingSentence {
  readonly secret?: true;
}

/** What each setting takes, said after "hãy ghi" and "give". */
export const EXPECTED = {
  PORT: { vi: 'một số nguyên từ 0 đến 65535, như 3000', en: 'a whole number from 0 to 65535, as 3000' },
  HOST: { vi: 'tên máy hoặc địa chỉ IP, như 127.0.0.1', en: 'a host name or an IP address, as 127.0.0.1' },
  PUBLIC_URL: {
    vi: 'địa chỉ http:// hoặc https:// mà mọi người mở, như https://thongvon.example.vn',
    en: 'the http:// or https:// address that people open, as https://thongvon.example.vn',
  },
  TRUST_PROXY: {
    vi: 'số proxy đứng trước API, một số nguyên từ 0 đến 10',
    en: 'how many proxies stand before the API, a whole number from 0 to 10',
  },
  DATA_DIR: { vi: 'đường dẫn một thư mục, như ./.data', en: 'the path of a folder, as ./.data' },
  DATABASE_URL: {
    vi: 'địa chỉ dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên',
    en: 'an address like postgres://user:password@host:port/name',
    secret: true,
  },
  REDIS_URL: { vi: 'địa chỉ dạng redis://máy:cổng', en: 'an address like redis://host:port', secret: true },
  SMTP_URL: {
    vi: 'địa chỉ dạng smtp://người-dùng:mật-khẩu@máy:cổng',
    en: 'an address like smtp://user:password@host:port',
    secret: true,
  },
  MAIL_FROM: {
    vi: 'một địa chỉ thư, như Thông Vốn <thongvon@example.vn>',
    en: 'a mail address, as Thông Vốn <thongvon@example.vn>',
  },
  NOW: {
    vi: 'một thời điểm có múi giờ, như 2023-06-23T08:00:00+07:00',
    en: 'an instant with its offset, as 2023-06-23T08:00:00+07:00',
  },
  DEMO_DATA: { vi: 'demo, accounts hoặc none', en: 'demo, accounts or none' },
  DEMO_PASSWORD: {
    vi: 'mật khẩu ít nhất 8 ký tự, hoặc bỏ trống để hệ thống tự tạo',
    en: 'a password of at least 8 characters, or nothing for a generated one',
    secret: true,
  },
  LOG_LEVEL: { vi: 'debug, info, warn hoặc error', en: 'debug, info, warn or error' },
} as const satisfies Readonly<Record<string, Expected>>;

/** A setting has a value that can't be used. */
export function unusable(name: string, value: string, { vi, en, secret }: Expected): SettingSentence {
  const given = secret === true ? name : `${name}="${value}"`;
  return { vi: `${given} (hãy ghi ${vi})`, en: `${given} (give ${en})` };
}

/** A setting that this program can't do without isn't there. */
export function missing(name: string, { vi, en }: Expected): SettingSentence {
  return { vi: `thiếu ${name} (hãy ghi ${vi})`, en: `${name} is missing (give ${en})` };
}

/** All that is wrong, as one sentence. */
export function environmentUnusable(faults: readonly SettingSentence[]): SettingSentence {
  const all = (language: 'vi' | 'en'): string => faults.map((fault) => fault[language]).join('; ');
  return {
    vi: `Biến môi trường không dùng được: ${all('vi')}.`,
    en: `The environment can't be used: ${all('en')}.`,
  };
}
