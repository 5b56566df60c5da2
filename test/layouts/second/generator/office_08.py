"""A province gives more capital in a second batch: given before, given now, and what the project has after it."""

from paper import THOUSAND, R, amount, book, dice, dong, save, total


def write():
    roll = dice(8)
    names = [
        (
            'Sở Nông nghiệp và Môi trường',
            [
                ('7880021', 'Hồ chứa nước Suối Lở', 'Tăng thu ngân sách tỉnh năm 2024'),
                ('7880024', 'Trồng rừng phòng hộ ven biển', 'Dự phòng ngân sách trung ương'),
            ],
        ),
        (
            'Ban QLDA khu vực Đông Sơn Hạ',
            [
                ('7880030', 'Đường cứu hộ cứu nạn Bãi Dài', 'Dự phòng ngân sách trung ương'),
                ('7880033', 'Kè biển thôn Nam Hải', 'Dự phòng ngân sách trung ương'),
                ('7880037', 'Trường Tiểu học Bãi Dài', 'Tăng thu ngân sách tỉnh năm 2024'),
            ],
        ),
        (
            'UBND xã Bãi Dài',
            [('7880041', 'Sửa chữa hệ thống thủy lợi nội đồng', 'Tăng thu ngân sách tỉnh năm 2024')],
        ),
    ]
    rows = []
    for owner, projects in names:
        for index, (code, name, source) in enumerate(projects):
            before = 0 if code in ('7880033', '7880041') else roll(2_000_000, 30_000_000, 500) * THOUSAND
            more = roll(500_000, 12_000_000, 500) * THOUSAND
            rows.append(
                R(
                    owner=owner,
                    code=code,
                    name=name,
                    source=source,
                    before=before,
                    more=more,
                    planned=before + more,
                )
            )
    wb, p = book('PL kem QD')
    p.title('A1', 'Phụ lục', 'A1:I1')
    p.title('A2', 'GIAO BỔ SUNG KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2025 (ĐỢT 2)', 'A2:I2')
    p.title(
        'A3',
        '(Kèm theo Quyết định số 2817/QĐ-UBND ngày 08/9/2025 của Ủy ban nhân dân tỉnh)',
        'A3:I3',
        bold=False,
        italic=True,
    )
    p.put('H4', 'ĐVT: Nghìn đồng', italic=True)
    p.header(
        5,
        [
            'STT',
            'Mã dự án',
            'Chủ đầu tư/Danh mục dự án',
            'Nguồn vốn',
            'Kế hoạch vốn năm 2025 đã giao (đợt 1)',
            'Kế hoạch vốn giao bổ sung đợt 2',
            'Kế hoạch vốn năm 2025 sau khi giao bổ sung',
            'Thời gian bố trí vốn',
            'Ghi chú',
        ],
    )
    p.row(6, ['A', 'B', 'C', 'D', 1, 2, '3=1+2', 4, 5], italic=True)
    at = 7

    def line(values, some, bold=False, note=None):
        nonlocal at
        p.row(
            at,
            [*values, *(amount(total(some, f), THOUSAND) for f in ('before', 'more', 'planned')), note],
            bold=bold,
            fmt='#,##0;-#,##0;"-"',
        )
        at += 1

    line([None, None, 'Tổng số', None], rows, bold=True)
    for letter, (owner, _) in zip('ABC', names):
        some = [row for row in rows if row.owner == owner]
        line([letter, None, owner, None], some, bold=True)
        for index, row in enumerate(some, 1):
            line(
                [index, row.code, row.name, row.source],
                [row],
                note='2024-2026' if row.before else '2025-2027',
            )
    p.widths(5, 11, 44, 32, 18, 18, 18, 14, 14)
    save(
        wb,
        '08-supplement-second-batch',
        {
            'kinds': ['plan'],
            'planYear': 2025,
            'decision': {'number': '2817/QĐ-UBND', 'date': '2025-09-08', 'mode': 'adjustment'},
            'total': {'planned': dong(total(rows, 'planned'))},
            'allocations': [
                {
                    'code': row.code,
                    'name': row.name,
                    'planType': 'current-year',
                    'sourceLabel': row.source,
                    'planned': dong(row.planned),
                }
                for row in rows
            ],
        },
    )
