"""A finance department on the ministry's monthly form: three plans side by side, actual to last month, an estimate."""

from paper import MILLION, R, amount, amounts, book, dice, dong, percent, project, save, total

N1 = '#,##0.0'


def write():
    roll = dice(1)
    names = [
        ('NSTW', 'Đường ven biển đoạn Hải An - Phú Diên', '7611204'),
        ('NSTW', 'Hồ chứa nước Khe Sâu', '7684417'),
        ('NSTW', 'Bệnh viện Đa khoa khu vực phía Tây (giai đoạn 2)', '7702338'),
        ('NSĐP', 'Cải tạo, nâng cấp Đường tỉnh 607B', '7733102'),
        ('NSĐP', 'Trường THPT Phú Diên', '7745519'),
        ('NSĐP', 'Trụ sở làm việc Chi cục Kiểm lâm', '7790846'),
        ('NSĐP', 'Kè chống sạt lở bờ sông Lũng đoạn qua xã Hòa Lộc', '7801273'),
    ]
    rows = []
    for source, name, code in names:
        central = roll(20_000, 180_000, 500) * MILLION if source == 'NSTW' else 0
        planned = (
            central + 15_000 * MILLION if code == '7684417' else central or roll(4_000, 60_000, 250) * MILLION
        )
        carried = roll(1_000, 9_000, 100) * MILLION if code in ('7611204', '7702338', '7733102') else 0
        rows.append(
            R(
                source=source,
                name=name,
                code=code,
                central=central,
                planned=planned,
                carried=carried,
                carriedPaid=carried * roll(40, 100) // 100,
                disbursed=roll(planned // 5, planned * 4 // 5, 1000),
            )
        )
    for row in rows:
        row.estimate = min(row.planned, row.disbursed + roll(200, 2_000, 10) * MILLION)
        row.carriedEstimate = min(row.carried, row.carriedPaid + 100 * MILLION)

    wb, p = book('01-TTKHN')
    p.title('A1', 'UBND TỈNH TRƯỜNG NGẠN', 'A1:C1')
    p.title('A2', 'SỞ TÀI CHÍNH', 'A2:C2')
    p.title('K1', 'Biểu mẫu số 01/TTKHN', 'K1:N1', italic=True)
    p.title('A4', 'TÌNH HÌNH THỰC HIỆN, THANH TOÁN KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2025', 'A4:N4')
    p.title('A5', 'Tháng 11 năm 2025', 'A5:N5')
    p.title(
        'A6',
        '(Kèm theo Báo cáo số 1312/BC-STC ngày 05/11/2025 của Sở Tài chính)',
        'A6:N6',
        bold=False,
        italic=True,
    )
    p.put('M7', 'Đơn vị: Triệu đồng', italic=True)
    three = ['Tổng số', 'Kế hoạch vốn kéo dài', 'Kế hoạch năm 2025']
    p.header(
        8,
        [
            'STT',
            'Nội dung',
            'Mã dự án',
            'Kế hoạch vốn các năm trước được kéo dài sang năm 2025',
            ('Kế hoạch vốn đầu tư công năm 2025', ['Thủ tướng Chính phủ giao', 'Địa phương giao']),
            ('Lũy kế vốn thanh toán từ ngày 01/01/2025 đến hết ngày 31/10/2025', three),
            ('Ước lũy kế thanh toán từ ngày 01/01/2025 đến hết ngày 30/11/2025', three),
            'Tỷ lệ thanh toán kế hoạch năm 2025 so với kế hoạch địa phương giao (%)',
            'Ghi chú',
        ],
    )
    p.row(
        10,
        [
            '(1)',
            '(2)',
            '(3)',
            '(4)',
            '(5)',
            '(6)',
            '(7)=(8)+(9)',
            '(8)',
            '(9)',
            '(10)=(11)+(12)',
            '(11)',
            '(12)',
            '(13)=(9)/(6)',
            '(14)',
        ],
        italic=True,
    )
    at = 11

    def line(number, name, code, some, bold=False):
        nonlocal at
        t = lambda *fields: amount(total(some, *fields), MILLION)
        p.row(
            at,
            [
                number,
                name,
                code,
                t('carried'),
                t('central'),
                t('planned'),
                t('carriedPaid', 'disbursed'),
                t('carriedPaid'),
                t('disbursed'),
                t('carriedEstimate', 'estimate'),
                t('carriedEstimate'),
                t('estimate'),
                percent(total(some, 'disbursed'), total(some, 'planned')),
            ],
            bold=bold,
            fmt='#,##0.###;-#,##0.###;"-"',
            fmts={'M': '0.00'},
        )
        at += 1

    line(None, 'TỔNG SỐ', None, rows, bold=True)
    for letter, source, caption in (
        ('I', 'NSTW', 'Vốn ngân sách trung ương'),
        ('II', 'NSĐP', 'Vốn ngân sách địa phương'),
    ):
        some = [row for row in rows if row.source == source]
        line(letter, caption, None, some, bold=True)
        for index, row in enumerate(some, 1):
            line(index, row.name, row.code, [row])
    p.put(
        f'B{at}',
        'Ghi chú: Kế hoạch địa phương giao tăng 15.000 triệu đồng so với Thủ tướng Chính phủ giao (dự án Hồ chứa nước Khe Sâu).',
        italic=True,
    )
    p.sign(at + 1, ('B', 'NGƯỜI LẬP BIỂU'), ('K', 'KT. GIÁM ĐỐC'), 'Trường Ngạn, ngày 05 tháng 11 năm 2025')
    p.widths(6, 44, 11, 16, 16, 16, 14, 14, 14, 14, 14, 14, 14, 12)

    held = [row for row in rows if row.carried]
    save(
        wb,
        '01-month-form-of-the-ministry',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-10-31',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'byPlanType': {'carried-over': amounts(total(held, 'carried'), total(held, 'carriedPaid'))},
            'projects': [
                project(
                    row,
                    estimate=dong(row.estimate),
                    **(
                        {'byPlanType': {'carried-over': amounts(row.carried, row.carriedPaid)}}
                        if row.carried
                        else {}
                    ),
                )
                for row in rows
            ],
        },
    )
