import { inLanguage, withValues } from './wording';

describe('a sentence of one value', () => {
  const messages = { sent: withValues('Đã gửi {} thư.', '{} mails sent.') };

  it('says it in either language', () => {
    expect(inLanguage(messages, 'vi').sent('1.250')).toBe('Đã gửi 1.250 thư.');
    expect(inLanguage(messages, 'en').sent(3)).toBe('3 mails sent.');
  });

  it.each(['$&', "$'", '{}', ''])('takes %j as it is, whatever a pattern would make of it', (name) =>
    expect(inLanguage(messages, 'vi').sent(name)).toBe(`Đã gửi ${name} thư.`),
  );
});

describe('a sentence of several values', () => {
  const messages = { owing: withValues('{owing}/{all} đơn vị phải gửi', 'of {all} offices {owing} owe one') };

  it('has each where its name stands, whatever the order of the language', () => {
    expect(inLanguage(messages, 'vi').owing(2, 9)).toBe('2/9 đơn vị phải gửi');
    expect(inLanguage(messages, 'en').owing(2, 9)).toBe('of 9 offices 2 owe one');
  });

  it.each(['$&', '{all}', ''])('takes %j as it is, whatever a pattern would make of it', (name) =>
    expect(inLanguage(messages, 'vi').owing(name, '9')).toBe(`${name}/9 đơn vị phải gửi`),
  );
});
