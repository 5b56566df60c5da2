import { renderPlainMail } from './mail-layout';

const MAIL = {
  heading: 'Báo cáo "tuần 25" <bị trả lại>',
  blocks: [
    { paragraph: 'Số liệu & bảng' },
    { facts: [['Tệp', 'a<b>.xlsx']] },
    { quoted: 'Dòng 1\nDòng <2>', as: 'Lý do' },
  ],
  action: { label: 'Mở', url: 'https://example.test/?a=1&b="2"' },
  footer: 'Thư tự động',
} as const;

describe('a short mail', () => {
  it('says the same in its text', async () => {
    expect((await renderPlainMail(MAIL)).text).toBe(
      [
        'Báo cáo "tuần 25" <bị trả lại>\n',
        'Số liệu & bảng\n',
        'Tệp: a<b>.xlsx\n',
        'Lý do:\n> Dòng 1\n> Dòng <2>\n',
        'Mở:\nhttps://example.test/?a=1&b="2"\n',
        '-- \nThư tự động\n',
      ].join('\n'),
    );
  });

  it('shows words as words, whatever they hold', async () => {
    const { html } = await renderPlainMail(MAIL);
    expect(html).toContain('Báo cáo &quot;tuần 25&quot; &lt;bị trả lại&gt;');
    expect(html).toContain('Dòng 1<br>Dòng &lt;2&gt;');
    expect(html).toContain('href="https://example.test/?a=1&amp;b=&quot;2&quot;"');
    expect(html).not.toMatch(/<(?:2|b>\.xlsx|bị)/);
  });

  it('asks for nothing from elsewhere', async () => {
    expect((await renderPlainMail(MAIL)).html).not.toMatch(/<(?:img|link|script)|url\(|@import/);
  });
});
