import { EnvironmentError, parseEnvironment } from './environment';

describe('the environment', () => {
  it('has a default for everything that a first start needs', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './.data',
      DEMO_DATA: 'demo',
    });
  });

  it('treats an empty variable as missing, as docker compose writes it', () => {
    expect(parseEnvironment({ PORT: '', REDIS_URL: '' }).PORT).toBe(3000);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '-1'],
    ['PUBLIC_URL', 'not a url'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_READER_URL', 'replica'],
    ['REDIS_URL', 'http://x'],
    ['SMTP_URL', 'x'],
    ['MAIL_FROM', 'nobody'],
    ['NOW', '2023-06-23T08:00'],
    ['NOW', 'yesterday'],
    ['DEMO_DATA', 'some'],
    ['DEMO_PASSWORD', 'short'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError);
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(name));
  });

  it('says in both languages what is wrong and what to give, and repeats no secret', () => {
    const given = { PORT: '70000', SMTP_URL: 'secret-host', DEMO_PASSWORD: 'secret' };
    expect(() => parseEnvironment(given)).toThrow(
      [
        'Biến môi trường không dùng được: PORT="70000" (hãy ghi một số nguyên từ 0 đến 65535, như 3000); SMTP_URL (hãy ghi địa chỉ dạng smtp://người-dùng:mật-khẩu@máy:cổng); DEMO_PASSWORD (hãy ghi mật khẩu ít nhất 8 ký tự, hoặc bỏ trống để hệ thống tự tạo).',
        'The environment can\'t be used: PORT="70000" (give a whole number from 0 to 65535, as 3000); SMTP_URL (give an address like smtp://user:password@host:port); DEMO_PASSWORD (give a password of at least 8 characters, or nothing for a generated one).',
      ].join('\n'),
    );
  });
});
