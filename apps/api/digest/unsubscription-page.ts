/** Asks whether to end the weekly letter. `token` is one that was found valid. */
export function askPage(token: string): string {
  return page(
    'Thôi nhận thư giải ngân hằng tuần?',
    `<p>Bấm nút dưới đây để thôi nhận; quản trị viên sẽ được báo.<br>Stop the weekly letter; the administrator is told.</p>
<form method="post" action="?token=${encodeURIComponent(token)}"><button type="submit">Thôi nhận thư này</button></form>`,
  );
}

/** Says that it has ended. */
export function endedPage(): string {
  return page(
    'Đã thôi nhận thư giải ngân hằng tuần',
    `<p>Quản trị viên đã được báo và có thể bật lại theo yêu cầu.<br>The weekly letter has ended; the administrator has been told.</p>`,
  );
}

/** Without styles or scripts: the content policy allows none in place, and none are needed. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title></head>
<body><h1>${title}</h1>
${body}
</body>
</html>
`;
