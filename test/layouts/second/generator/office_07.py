"""A commune's plan by its council's resolution, as LibreOffice keeps it: sources as columns, medium-term and past sums beside."""

from paper import MILLION, R, amount, book, dice, dong, save, total

N0 = '#,##0'


def write():
    roll = dice(7)
    labels = {'land': 'Tiền sử dụng đất', 'province': 'Ngân sách tỉnh hỗ trợ', 'commune': 'Ngân sách xã'}
    groups = [
        (
            'I',
            'Dự án chuyển tiếp',
            [
                ('Đường trục xã đoạn Quán Gò - Cầu Đen', 'land province'),
                ('Trường THCS Cẩm Tú, nhà đa năng', 'province commune'),
            ],
        ),
        (
            'II',
            'Dự án khởi công mới năm 2026',
            [
                ('Khu tái định cư thôn Vạn Lộc', 'land'),
                ('Nâng cấp đê bao Bàu Sen', 'province'),
                ('Nhà văn hóa thôn Ngọc Sơn', 'commune'),
                ('Sân thể thao trung tâm xã', 'land commune'),
            ],
        ),
        ('III', 'Dự án hoàn thành, chờ quyết toán', [('Hệ thống nước sạch thôn Hạ', 'commune')]),
    ]
    rows = []
    for letter, _, projects in groups:
        for name, kinds in projects:
            row = R(
                group=letter,
                name=name,
                **{s: roll(120, 6_000, 5) * MILLION if s in kinds.split() else None for s in labels},
            )
            row.planned = total([row], *labels)
            row.past = 0 if letter == 'II' else roll(300, 5_000, 10) * MILLION
            row.medium = row.planned + roll(0, 4_000, 10) * MILLION
            row.invest = row.past + row.medium + roll(0, 500, 10) * MILLION
            rows.append(row)
    wb, p = book('Phu luc II', font='Liberation Serif', size=12)
    p.title('A1', 'PHỤ LỤC II', 'A1:L1')
    p.title('A2', 'KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2026 DO XÃ QUẢN LÝ', 'A2:L2')
    p.title(
        'A3',
        '(Kèm theo Nghị quyết số 45/NQ-HĐND ngày 19 tháng 12 năm 2025 của Hội đồng nhân dân xã Cẩm Tú)',
        'A3:L3',
        bold=False,
        italic=True,
    )
    p.put('K4', 'Đơn vị tính: Triệu đồng', italic=True)
    p.header(
        5,
        [
            'STT',
            'Danh mục dự án',
            'Thời gian KC-HT',
            ('Quyết định đầu tư', ['Số, ngày, tháng, năm', 'Tổng mức đầu tư']),
            'Kế hoạch đầu tư công trung hạn 2026-2030',
            'Vốn đã bố trí đến hết năm 2025',
            ('Kế hoạch vốn năm 2026', ['Tổng số', ('Trong đó', [*labels.values()])]),
            'Ghi chú',
        ],
    )
    at = 8

    def line(number, name, some, bold=False, row=None, note=None):
        nonlocal at
        t = lambda field: amount(total(some, field), MILLION) if total(some, field) else None
        p.row(
            at,
            [
                number,
                name,
                row and row.period,
                row and row.decision,
                t('invest'),
                t('medium'),
                t('past'),
                t('planned'),
                *(t(s) for s in labels),
                note,
            ],
            bold=bold,
            fmt=N0,
        )
        at += 1

    line(None, 'TỔNG CỘNG (I+II+III)', rows, bold=True)
    for letter, caption, _ in groups:
        some = [row for row in rows if row.group == letter]
        line(letter, caption, some, bold=True)
        for index, row in enumerate(some, 1):
            row.period = '2026-2027' if letter == 'II' else '2024-2026'
            row.decision = f'{88 + at * 13}/QĐ-UBND ngày {10 + index}/6/202{5 if letter == "II" else 4}'
            line(
                index,
                row.name,
                [row],
                row=row,
                note='Trả nợ khối lượng hoàn thành' if letter == 'III' else None,
            )
    p.sign(at + 1, ('B', 'Nơi nhận: TT. Đảng ủy; Phòng Kinh tế; Lưu: VT.'), ('I', 'TM. HỘI ĐỒNG NHÂN DÂN'))
    p.widths(5, 42, 11, 26, 11, 12, 12, 11, 11, 11, 11, 22)
    save(
        wb,
        '07-commune-plan-by-resolution',
        {
            'kinds': ['plan'],
            'planYear': 2026,
            'decision': {'number': '45/NQ-HĐND', 'date': '2025-12-19', 'mode': 'initial'},
            'total': {'planned': dong(total(rows, 'planned'))},
            'allocations': [
                {
                    'code': None,
                    'name': row.name,
                    'planType': 'current-year',
                    'sourceLabel': label,
                    'planned': dong(getattr(row, s)),
                }
                for row in rows
                for s, label in labels.items()
                if getattr(row, s)
            ],
        },
        as_format='ods',
    )
