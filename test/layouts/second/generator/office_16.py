"""A district of 2023 that types for .VnTime and .VnTimeH, in an .xls."""

from paper import MILLION, R, amount, amounts, book, dice, percent, project, save, total
from tcvn3 import tcvn3, tcvn3_capitals


def write():
    roll = dice(16)
    groups = [
        (
            'I',
            'Công trình chuyển tiếp',
            ['Đường liên xã Phú Lạc - Hòa Thuận', 'Trường Mầm non Hướng Dương', 'Hồ chứa nước Đồng Quýt'],
        ),
        (
            'II',
            'Công trình khởi công mới',
            [
                'Nhà làm việc Huyện ủy',
                'Cầu Ông Lãng',
                'Bờ kè chợ Phú Lạc',
                'Sửa chữa, nâng cấp hệ thống điện chiếu sáng thị trấn',
            ],
        ),
    ]
    rows = []
    for letter, _, names in groups:
        for name in names:
            planned = roll(800, 22_000, 50) * MILLION
            paid = roll(0, planned * 3 // 4, MILLION // 10)
            rows.append(
                R(
                    group=letter,
                    name=name,
                    planned=planned,
                    disbursed=paid,
                    work=min(planned, paid + roll(0, 900) * MILLION),
                    invest=planned * 3,
                )
            )
    rows[3].disbursed = rows[3].work = 0
    wb, p = book('Bieu 1', font='.VnTime', size=13)
    t3, caps, capital = tcvn3, tcvn3_capitals, {'font': '.VnTimeH'}
    p.put('A1', caps('UBND huyện Phú Lạc'), bold=True, **capital)
    p.put('A2', caps('Phòng Tài chính - Kế hoạch'), bold=True, **capital)
    p.title('A4', caps('Tình hình giải ngân vốn đầu tư xây dựng cơ bản năm 2023'), 'A4:I4', **capital)
    p.title('A5', t3('(Số liệu đến ngày 30/6/2023)'), 'A5:I5', bold=False, italic=True)
    p.put('H6', t3('Đơn vị tính: triệu đồng'), italic=True)
    p.header(
        7,
        [
            t3(c)
            for c in [
                'TT',
                'Tên công trình',
                'Chủ đầu tư',
                'Tổng mức đầu tư',
                'Kế hoạch vốn năm 2023',
                'Giá trị khối lượng thực hiện',
                'Giải ngân đến 30/6/2023',
                'Tỷ lệ giải ngân (%)',
                'Ghi chú',
            ]
        ],
    )
    at = 8
    for letter, caption, _ in [*groups, (None, 'Tổng cộng', None)]:
        some = [row for row in rows if letter in (None, row.group)]
        for number, row in enumerate([None, *(some if letter else [])]):
            part = [row] if row else some
            p.row(
                at,
                [
                    number or letter,
                    t3(row.name) if row else caps(caption),
                    row and t3('Ban QLDA huyện'),
                    *(amount(total(part, f), MILLION) for f in ('invest', 'planned', 'work', 'disbursed')),
                    percent(total(part, 'disbursed'), total(part, 'planned')),
                    t3('Vướng mặt bằng, chưa khởi công') if row and not row.disbursed else None,
                ],
                bold=not row,
                fmt='#,##0.0',
                fmts={'H': '0.00'},
            )
            if not row:
                p.put(f'B{at}', caps(caption), bold=True, border=True, **capital)
            at += 1
    p.sign(
        at + 1,
        ('B', t3('Người lập biểu')),
        ('G', caps('Trưởng phòng')),
        t3('Phú Lạc, ngày 03 tháng 7 năm 2023'),
    )
    p.put(f'G{at + 3}', t3('(Đã ký)'), italic=True)
    p.widths(5, 44, 18, 13, 13, 13, 13, 10, 30)
    save(
        wb,
        '16-district-in-old-fonts',
        {
            'kinds': ['disbursement'],
            'asOf': '2023-06-30',
            'planYear': 2023,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row) for row in rows],
        },
        as_format='xls',
    )
