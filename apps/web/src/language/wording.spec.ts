import { inLanguage, withValue } from './wording';

describe('a sentence of one value', () => {
  const messages = { sent: withValue('Đã gửi {} thư.', '{} mails sent.') };

  it('says it in either language', () => {
    expect(inLanguage(messages, 'vi').sent('1.250')).toBe('Đã gửi 1.250 thư.');
    expect(inLanguage(messages, 'en').sent(3)).toBe('3 mails sent.');
  });

  it.each(['$&', "$'", '{}', ''])('takes %j as it is, whatever a pattern would make of it', (name) =>
    expect(inLanguage(messages, 'vi').sent(name)).toBe(`Đã gửi ${name} thư.`),
  );
});
