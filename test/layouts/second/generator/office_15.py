"""WPS, abbreviations, three weeks side by side (the oldest column hidden), last week's sheet hidden, sums on a scratch sheet."""

import re
import zipfile

from paper import MILLION, R, amount, amounts, book, dice, dong, percent, project, save, total


def write():
    roll = dice(15)
    groups = [
        (
            'I',
            'Công trình chuyển tiếp',
            [
                ('7966101', 'Đường tránh ngập khu phố 4'),
                ('7966104', 'Trường TH Bình Khê'),
                ('7966108', 'Kè suối Đá Dựng'),
            ],
        ),
        (
            'II',
            'Công trình khởi công mới',
            [('7966120', 'Chợ Bình Khê'), ('7966123', 'Cải tạo Trạm y tế Bình Khê')],
        ),
    ]
    rows = []
    for letter, _, projects in groups:
        for code, name in projects:
            planned = roll(900, 17_000, 10) * MILLION
            older = roll(0, planned // 2, 1_000) // 1000 * 1000
            last = older + roll(0, planned // 20, 1_000) // 1000 * 1000
            paid = last + roll(0, planned // 20, 1_000) // 1000 * 1000
            rows.append(
                R(
                    group=letter,
                    code=code,
                    name=name,
                    planned=planned,
                    older=older,
                    last=last,
                    disbursed=paid,
                    estimate=max(paid, planned * 97 // 100 // 1000 * 1000),
                )
            )
    rows[3].older = rows[3].last = rows[3].disbursed = 0
    wb, p, old, scratch = book('Tuan 46', 'Tuan 45', 'Sheet2', font='SimSun')

    def lay(p, week, columns, weeks):
        now, before = weeks[-1], weeks[-2]
        p.put('A1', 'BAN QLDA PHƯỜNG BÌNH KHÊ', bold=True)
        p.title('A2', 'TIẾN ĐỘ GIẢI NGÂN CÁC CÔNG TRÌNH XDCB NĂM 2025', 'A2:L2')
        p.title('A3', f'(Tuần {week})', 'A3:L3', bold=False, italic=True)
        p.put('K4', 'ĐVT: tr.đ', italic=True)
        p.header(
            5,
            [
                'TT',
                'Danh mục công trình',
                'Mã DA',
                'CĐT',
                'KHV 2025',
                *columns,
                'Tăng so với tuần trước',
                'TL GN (%)',
                'Ước GN đến 31/01/2026',
                'Ghi chú',
            ],
        )
        at = 6
        for letter, caption, _ in [*groups, (None, 'Cộng I+II', None)]:
            some = [row for row in rows if letter in (None, row.group)]
            for number, row in enumerate([None, *(some if letter else [])]):
                part = [row] if row else some
                t = lambda field: amount(total(part, field), MILLION)
                p.row(
                    at,
                    [
                        number or letter,
                        row.name if row else caption,
                        row and row.code,
                        row and 'BQLDA',
                        t('planned'),
                        *(t(w) for w in weeks),
                        amount(total(part, now) - total(part, before), MILLION),
                        percent(total(part, now), total(part, 'planned')),
                        t('estimate'),
                        'Mới trúng thầu 10/11' if row and row.name.startswith('Chợ') else None,
                    ],
                    bold=not row,
                    fmt='#,##0.000',
                )
                at += 1
        p.widths(5, 36, 10, 8, 12, *[12] * len(weeks), 11, 9, 13, 20)

    lay(p, 46, ['LK GN đến 31/10', 'LK GN đến 07/11', 'LK GN đến 14/11'], ['older', 'last', 'disbursed'])
    p.ws.column_dimensions['F'].hidden = True
    lay(old, 45, ['LK GN đến 31/10', 'LK GN đến 07/11'], ['older', 'last'])
    old.ws.sheet_state = 'hidden'
    for index, row in enumerate(rows[:3], 2):
        scratch.put(f'C{index}', amount(row.disbursed, MILLION))
    scratch.put('C5', amount(total(rows[:3], 'disbursed'), MILLION))
    scratch.put('B5', 'ktra KB')

    def phantom_range(path):  # WPS writes the whole grid as the sheet's dimension
        with zipfile.ZipFile(path) as old_zip:
            parts = {item: old_zip.read(item) for item in old_zip.infolist()}
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
            for item, content in parts.items():
                if item.filename == 'xl/worksheets/sheet1.xml':
                    content = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD65536"', content)
                    content = content.replace(
                        b'</sheetData>', b'<row r="65536" spans="1:12"><c r="A65536"/></row></sheetData>'
                    )
                out.writestr(item, content)

    save(
        wb,
        '15-weeks-side-by-side',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-11-14',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row, estimate=dong(row.estimate)) for row in rows],
        },
        patch=phantom_range,
    )
