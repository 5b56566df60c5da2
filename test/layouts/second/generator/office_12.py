"""A board keeps this year's capital and what is carried over from last year on two sheets; some projects are on both."""

from paper import MILLION, R, amount, amounts, book, dice, dong, percent, project, save, total


def write():
    roll = dice(12)
    names = {
        '7512004': 'Đường 28 tháng 3 nối dài',
        '7512009': 'Hồ điều hòa Bàu Trảng',
        '7512013': 'Trung tâm Văn hóa - Thể thao xã Trà Linh',
        '7512017': 'Khu tái định cư Gò Bần',
        '7512022': 'Cầu Sông Cái 2',
        '7512030': 'Trường THCS Trà Linh',
    }
    pay = lambda planned: (lambda done, adv: (done, adv))(
        roll(0, planned // 2, 1_000), roll(0, planned // 3, 1_000)
    )
    now, past = [], []
    for some, codes in ((now, list(names)[:5]), (past, ['7512009', '7512022', '7512030'])):
        for code in codes:
            planned = roll(1_000, 26_000, 5) * MILLION
            done, advance = pay(planned)
            some.append(
                R(
                    code=code,
                    name=names[code],
                    planned=planned,
                    completed=done,
                    advance=advance,
                    disbursed=done + advance,
                )
            )
    wb, a, b = book('B1-KH2025', 'B2-KeoDai')

    def lay(p, heading, number, caption, rows):
        p.put('A1', 'BAN QUẢN LÝ DỰ ÁN KHU VỰC TRÀ LINH', bold=True)
        p.put('I1', f'Biểu số {number}', italic=True)
        p.title('A3', heading, 'A3:J3')
        p.title('A4', '(Lũy kế từ đầu năm đến ngày 15/11/2025)', 'A4:J4', bold=False, italic=True)
        p.put('I5', 'ĐVT: Triệu đồng', italic=True)
        p.header(
            6,
            [
                'STT',
                'Mã dự án',
                'Tên dự án',
                caption,
                ('Giải ngân', ['Tổng số', 'Thanh toán khối lượng hoàn thành', 'Tạm ứng']),
                'Tỷ lệ (%)',
                'Còn lại',
                'Ghi chú',
            ],
            fill='D9E1F2',
        )
        for index, row in enumerate([None, *rows]):
            some = [row] if row else rows
            t = lambda *fields: amount(total(some, *fields), MILLION)
            p.row(
                8 + index,
                [
                    index or None,
                    row and row.code,
                    row.name if row else 'Tổng cộng',
                    t('planned'),
                    t('disbursed'),
                    t('completed'),
                    t('advance'),
                    percent(total(some, 'disbursed'), total(some, 'planned')),
                    amount(total(some, 'planned') - total(some, 'disbursed'), MILLION),
                ],
                bold=not row,
                fmt='#,##0.0##',
            )
        p.widths(5, 11, 44, 16, 14, 14, 14, 9, 14, 16)

    lay(a, 'TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2025', 1, 'Kế hoạch vốn năm 2025', now)
    lay(
        b,
        'TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2024 ĐƯỢC PHÉP KÉO DÀI SANG NĂM 2025',
        2,
        'Kế hoạch vốn năm 2024 kéo dài sang năm 2025',
        past,
    )
    held = {row.code: row for row in past}
    extra = lambda row: (
        {'byPlanType': {'carried-over': amounts(held[row.code].planned, held[row.code].disbursed)}}
        if row.code in held
        else {}
    )
    save(
        wb,
        '12-year-and-carried-over-on-two-sheets',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-11-15',
            'planYear': 2025,
            'total': amounts(total(now, 'planned'), total(now, 'disbursed')),
            'byPlanType': {'carried-over': amounts(total(past, 'planned'), total(past, 'disbursed'))},
            'projects': [
                *(
                    project(row, completed=dong(row.completed), advance=dong(row.advance), **extra(row))
                    for row in now
                ),
                {
                    'code': '7512030',
                    'name': names['7512030'],
                    'planned': None,
                    'disbursed': None,
                    **extra(held['7512030']),
                },
            ],
        },
    )
