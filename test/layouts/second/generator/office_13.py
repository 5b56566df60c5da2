"""The yearly settlement, 25 columns: 'Tổng số' three times, last year's capital, what is cancelled and what goes on."""

from paper import MILLION, R, amounts, book, dice, dong, save, total


def write():
    roll = dice(13)
    names = [
        ('7421008', 'Đê bao ngăn mặn Cồn Lớn'),
        ('7421010', 'Đường huyện 12 cũ'),
        ('7421015', 'Trường THPT Cồn Lớn'),
        ('7421019', 'Bến phà Vàm Nhỏ'),
        ('7421022', 'Trạm cấp nước Ấp 3'),
    ]
    rows = []
    for code, name in names:
        r = R(code=code, name=name)
        r.L6 = roll(2_000, 40_000) * MILLION + roll(0, 999_999)
        r.L7 = r.L6 // 5
        r.A8, r.A9 = r.L7 // 10, r.L7 // 2
        r.P10 = roll(500, 6_000, 10) * MILLION
        r.D12, r.D13 = r.P10 * 6 // 10, r.P10 // 10
        r.D11, r.K14 = r.D12 + r.D13, r.P10 // 20
        r.C15 = r.P10 - r.D11 - r.K14
        r.P16 = roll(2_000, 30_000, 10) * MILLION
        r.D18, r.D19 = roll(r.P16 // 3, r.P16 // 2), roll(0, r.P16 // 4)
        r.D17, r.K20 = r.D18 + r.D19, r.P16 // 16
        r.C21 = r.P16 - r.D17 - r.K20
        r.Q22, r.T23, r.L24 = (
            r.A9 + r.D12 + r.D18,
            r.L7 - r.A8 - r.A9 + r.D13 + r.D19,
            r.L6 - r.A8 + r.D11 + r.D17,
        )
        r.invest = r.L24 * 2 // MILLION * MILLION
        rows.append(r)
    fields = [
        'invest',
        'L6',
        'L7',
        'A8',
        'A9',
        'P10',
        'D11',
        'D12',
        'D13',
        'K14',
        'C15',
        'P16',
        'D17',
        'D18',
        'D19',
        'K20',
        'C21',
        'Q22',
        'T23',
        'L24',
    ]
    wb, p = book('QT nien do')
    p.put('A1', 'Chủ đầu tư: Ban QLDA khu vực Vàm Nhỏ', bold=True)
    p.put('W1', 'Mẫu biểu số 02/CĐT-QTNĐ', italic=True)
    p.title('A3', 'BÁO CÁO QUYẾT TOÁN VỐN ĐẦU TƯ CÔNG THEO NIÊN ĐỘ NGÂN SÁCH NĂM 2025', 'A3:Y3')
    p.title('A4', '(Số liệu thanh toán đến hết ngày 31/01/2026)', 'A4:Y4', bold=False, italic=True)
    p.put('X5', 'Đơn vị: đồng', italic=True)
    p.header(
        6,
        [
            'STT',
            'Nội dung',
            'Địa điểm mở tài khoản',
            'Mã dự án đầu tư',
            'Mã loại công trình',
            'Tổng mức đầu tư',
            (
                'Lũy kế vốn đã thanh toán từ khởi công đến hết niên độ ngân sách năm trước',
                ['Tổng số', 'Trong đó: vốn tạm ứng theo chế độ chưa thu hồi'],
            ),
            'Vốn tạm ứng theo chế độ chưa thu hồi của các năm trước nộp điều chỉnh giảm trong năm',
            'Thanh toán khối lượng hoàn thành trong năm của phần vốn tạm ứng các năm trước',
            (
                'Kế hoạch vốn các năm trước được phép kéo dài sang năm 2025',
                [
                    'Kế hoạch vốn được kéo dài',
                    (
                        'Giải ngân',
                        [
                            'Tổng số',
                            'Thanh toán khối lượng hoàn thành',
                            'Vốn tạm ứng theo chế độ chưa thu hồi',
                        ],
                    ),
                    'Số vốn được phép kéo dài tiếp sang năm sau',
                    'Số vốn còn lại chưa thanh toán hủy bỏ',
                ],
            ),
            (
                'Kế hoạch vốn đầu tư năm 2025',
                [
                    'Kế hoạch vốn đầu tư năm 2025',
                    (
                        'Giải ngân',
                        [
                            'Tổng số',
                            'Thanh toán khối lượng hoàn thành',
                            'Vốn tạm ứng theo chế độ chưa thu hồi',
                        ],
                    ),
                    'Số vốn được phép kéo dài sang năm sau',
                    'Số vốn còn lại chưa thanh toán hủy bỏ',
                ],
            ),
            'Tổng cộng vốn đã thanh toán khối lượng hoàn thành được quyết toán trong năm',
            'Lũy kế vốn tạm ứng theo chế độ chưa thu hồi chuyển sang các năm sau',
            'Lũy kế vốn đã thanh toán từ khởi công đến hết niên độ năm 2025',
        ],
    )
    numbers = [
        *(str(n) for n in range(1, 7)),
        *(str(n) for n in range(7, 12)),
        '12=13+14',
        '13',
        '14',
        '15',
        '16=11-12-15',
        '17',
        '18=19+20',
        '19',
        '20',
        '21',
        '22=17-18-21',
        '23=10+13+19',
        '24=8-9-10+14+20',
        '25=7-9+12+18',
    ]
    p.row(9, numbers, italic=True)

    def line(at, number, name, some, bold=False, row=None):
        p.row(
            at,
            [
                number,
                name,
                row and 'KBNN khu vực XIX',
                row and row.code,
                row and ('221', '292', '071')[rows.index(row) % 3],
                *(total(some, f) for f in fields),
            ],
            bold=bold,
            fmt='#,##0',
        )

    line(10, None, 'TỔNG SỐ', rows, bold=True)
    line(11, 'A', 'VỐN NGÂN SÁCH TỈNH', rows, bold=True)
    for index, row in enumerate(rows, 1):
        line(11 + index, index, row.name, [row], row=row)
    p.sign(13 + len(rows), ('B', 'KẾ TOÁN TRƯỞNG'), ('S', 'CHỦ ĐẦU TƯ'), 'Vàm Nhỏ, ngày 20 tháng 02 năm 2026')
    p.widths(5, 40, 16, 11, 9, *[17] * 20)
    sums = lambda some: amounts(total(some, 'P10'), total(some, 'D11'))
    save(
        wb,
        '13-annual-settlement',
        {
            'kinds': ['disbursement'],
            'asOf': '2026-01-31',
            'planYear': 2025,
            'total': amounts(total(rows, 'P16'), total(rows, 'D17')),
            'byPlanType': {'carried-over': sums(rows)},
            'projects': [
                {
                    'code': r.code,
                    'name': r.name,
                    **amounts(r.P16, r.D17),
                    'completed': dong(r.D18),
                    'advance': dong(r.D19),
                    'byPlanType': {'carried-over': sums([r])},
                }
                for r in rows
            ],
        },
    )
