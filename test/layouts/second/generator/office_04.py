"""A ward's own sheet from Google: a date cell beside its label, tick boxes, rates as fractions, 'since the start' beside the year."""

import datetime

from paper import MILLION, R, amounts, book, dice, project, save, total


def write():
    roll = dice(4)
    names = [
        'Nâng cấp vỉa hè đường 2 tháng 9 nối dài',
        'Nhà sinh hoạt cộng đồng khối phố Đông',
        'Cải tạo Trường Mẫu giáo Hoa Sen',
        'Hệ thống thoát nước kiệt 42 - kiệt 58',
        'Công viên khối phố Tây Sơn',
        'Chỉnh trang chợ phường Đông Lâm',
        'Điện chiếu sáng hẻm các khối phố',
    ]
    rows = [
        R(
            name=name,
            planned=(planned := roll(400, 6_500, 5) * MILLION),
            disbursed=roll(0, planned, 500),
            before=roll(0, 3_000, 1) * MILLION,
        )
        for name in names
    ]
    for row in rows:
        row.invest = row.before + row.planned + roll(0, 900, 10) * MILLION
    rows[4].disbursed = None  # nothing reported for it
    rows[4].before = 0
    rows[6].disbursed = rows[6].planned
    wb, p, _ = book('Trang tính1', 'Ghi chú chung', font='Arial', size=10)
    p.put('A1', 'UBND PHƯỜNG ĐÔNG LÂM', bold=True)
    p.put('A2', 'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ', bold=True)
    p.title('A4', 'TIẾN ĐỘ GIẢI NGÂN CÁC CÔNG TRÌNH DO PHƯỜNG LÀM CHỦ ĐẦU TƯ\nNĂM 2025', 'A4:K4')
    p.put('H5', 'Số liệu tính đến:', italic=True)
    p.put('I5', datetime.date(2025, 10, 24), fmt='dd/mm/yyyy')
    p.put('H6', 'Đơn vị tính:', italic=True)
    p.put('I6', 'đồng')
    p.header(
        8,
        [
            'STT',
            'Tên\ncông trình',
            'Quyết định\nphê duyệt',
            'Tổng mức\nđầu tư',
            'Lũy kế vốn\nđã bố trí\nđến hết\nnăm 2024',
            'Kế hoạch\nvốn năm\n2025',
            'Giải ngân\ntừ đầu năm\n2025',
            'Lũy kế\ngiải ngân từ\nkhi khởi công',
            'Tỷ lệ\ngiải ngân\nKH 2025',
            'Đã\nnghiệm thu',
            'Ghi chú',
        ],
        fill='FFF2CC',
    )
    for index, row in enumerate(rows):
        paid = row.disbursed
        p.row(
            9 + index,
            [
                index + 1,
                row.name,
                f'{210 + index * 17}/QĐ-UBND ngày {3 + index}/4/2024',
                row.invest,
                row.before,
                row.planned,
                paid,
                (paid or 0) + row.before,
                None if paid is None else float(f'{paid / row.planned:.12f}'),
                index in (5, 6),
                'Chưa lựa chọn được nhà thầu' if paid is None else None,
            ],
            fmt='#,##0',
            fmts={'I': '0.00%', 'J': 'General'},
        )
    at = 9 + len(rows)
    p.row(
        at,
        [
            None,
            'Tổng cộng',
            None,
            total(rows, 'invest'),
            total(rows, 'before'),
            total(rows, 'planned'),
            total(rows, 'disbursed'),
            total(rows, 'disbursed', 'before'),
            total(rows, 'disbursed') / total(rows, 'planned'),
        ],
        bold=True,
        fmt='#,##0',
        fmts={'I': '0.00%'},
    )
    for row in range(at + 1, 1001):  # Google writes all thousand rows of its grid
        p.put(f'A{row}', None)
        p.put(f'K{row}', None)
    p.widths(5, 38, 24, 15, 15, 15, 15, 15, 10, 10, 26)
    note = wb['Ghi chú chung']
    note['A1'], note['A3'], note['A4'] = (
        'Hướng dẫn nhập liệu',
        '1. Chỉ nhập cột G (giải ngân từ đầu năm), số liệu theo giấy rút vốn được Kho bạc xác nhận.',
        '2. Nhập trước 16h00 thứ Năm hằng tuần.',
    )
    save(
        wb,
        '04-ward-from-google-sheets',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-10-24',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row) for row in rows],
        },
    )
