"""A commune of 2026: this year's capital and what is carried over as two parts of one table, a row per source, units in a row of their own."""

from paper import MILLION, R, amounts, book, dice, dong, percent, save, total


def write():
    roll = dice(20)
    X, T, D = 'Ngân sách xã', 'Ngân sách tỉnh hỗ trợ', 'Tiền sử dụng đất'
    parts = [
        (
            'A',
            'KẾ HOẠCH VỐN NĂM 2026',
            'current-year',
            [
                (
                    'I',
                    'Công trình chuyển tiếp',
                    [('Đường bê tông thôn Đông Thái', [X, T]), ('Trường Mẫu giáo Đông Thái', [T])],
                ),
                (
                    'II',
                    'Công trình xây dựng mới',
                    [('Khu thể thao thôn Tây Hòa', [D]), ('Mương tiêu thôn Nam Sơn', [X, D])],
                ),
                (
                    'III',
                    'Trả nợ công trình tiếp nhận từ xã cũ',
                    [('Nhà văn hóa thôn Bắc', [X]), ('Cổng chào xã Tây Hòa cũ', [X])],
                ),
            ],
        ),
        (
            'B',
            'KẾ HOẠCH VỐN NĂM 2025 KÉO DÀI SANG NĂM 2026',
            'carried-over',
            [(None, None, [('Trường Mẫu giáo Đông Thái', [T]), ('Chợ Tây Hòa', [D])])],
        ),
    ]
    rows = []
    for _, _, kind, groups in parts:
        for group in groups:
            for name, sources in group[2]:
                for source in sources:
                    planned = roll(90, 3_400, 1) * MILLION + roll(0, 9) * 100_000
                    done, advance = roll(0, planned // 2), roll(0, planned // 3)
                    rows.append(
                        R(
                            kind=kind,
                            group=group[0],
                            name=name,
                            source=source,
                            planned=planned,
                            completed=done,
                            advance=advance,
                            disbursed=done + advance,
                        )
                    )
    for row in rows[5:7]:
        row.completed = row.advance = row.disbursed = 0
    wb, p = book('Giải ngân T10')
    p.put('A1', 'UBND XÃ TÂY HÒA', bold=True)
    p.put('A2', 'PHÒNG KINH TẾ', bold=True)
    p.title('A3', 'BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026', 'A3:I3')
    p.title('A4', '(Số liệu đến ngày 30/10/2026)', 'A4:I4', bold=False, italic=True)
    p.header(
        6,
        [
            'STT',
            'Tên công trình',
            'Nguồn vốn',
            'Kế hoạch vốn',
            ('Giải ngân', ['Tổng số', 'Thanh toán khối lượng hoàn thành', 'Tạm ứng chưa thu hồi']),
            'Tỷ lệ giải ngân',
            'Ghi chú',
        ],
        fill='EDEDED',
    )
    p.row(8, [None, None, None, 'đồng', 'đồng', 'đồng', 'đồng', '%', None], italic=True)
    at = 9

    def line(number, name, source, some, bold=False):
        nonlocal at
        p.row(
            at,
            [
                number,
                name,
                source,
                *(total(some, f) for f in ('planned', 'disbursed', 'completed', 'advance')),
                percent(total(some, 'disbursed'), total(some, 'planned')),
            ],
            bold=bold,
            fmt='#,##0;-#,##0;"-"',
            fmts={'H': '0.00'},
        )
        at += 1

    line(None, 'TỔNG CỘNG (A+B)', None, rows, bold=True)
    for letter, caption, kind, groups in parts:
        line(letter, caption, None, [row for row in rows if row.kind == kind], bold=True)
        for number, heading, projects in groups:
            if heading:
                line(
                    number,
                    heading,
                    None,
                    [row for row in rows if row.kind == kind and row.group == number],
                    bold=True,
                )
            for index, (name, sources) in enumerate(projects, 1):
                for place, source in enumerate(sources):
                    line(
                        None if place else index,
                        None if place else name,
                        source,
                        [
                            row
                            for row in rows
                            if (row.kind, row.group, row.name, row.source) == (kind, number, name, source)
                        ],
                    )
    p.sign(at + 1, ('B', 'Người lập biểu'), ('F', 'TRƯỞNG PHÒNG'), 'Tây Hòa, ngày 02 tháng 11 năm 2026')
    p.widths(5, 40, 24, 17, 17, 17, 17, 10, 18)
    year, past = ([row for row in rows if row.kind == kind] for kind in ('current-year', 'carried-over'))

    def said(name):
        mine, over = [r for r in year if r.name == name], [r for r in past if r.name == name]
        return {
            'code': None,
            'name': name,
            **(amounts(total(mine, 'planned'), total(mine, 'disbursed')) if mine else amounts(None, None)),
            **(
                {'completed': dong(total(mine, 'completed')), 'advance': dong(total(mine, 'advance'))}
                if mine
                else {}
            ),
            **(
                {'byPlanType': {'carried-over': amounts(total(over, 'planned'), total(over, 'disbursed'))}}
                if over
                else {}
            ),
            'bySource': {
                s: amounts(total(some, 'planned'), total(some, 'disbursed'))
                for s in dict.fromkeys(r.source for r in mine + over)
                for some in [[r for r in mine + over if r.source == s]]
            },
        }

    save(
        wb,
        '20-commune-of-two-years',
        {
            'kinds': ['disbursement'],
            'asOf': '2026-10-30',
            'planYear': 2026,
            'total': amounts(total(year, 'planned'), total(year, 'disbursed')),
            'byPlanType': {'carried-over': amounts(total(past, 'planned'), total(past, 'disbursed'))},
            'projects': [said(name) for name in dict.fromkeys(r.name for r in rows)],
        },
    )
