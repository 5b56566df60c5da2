"""A board of power grids: work done is not money paid; dates and 'from the start of works' beside the year's figures."""

import datetime

from paper import BILLION, MILLION, R, amount, amounts, book, dice, percent, project, save, total

N3 = '#,##0.000'


def write():
    roll = dice(2)
    rows, groups = [], [
        (
            'A',
            'LƯỚI ĐIỆN 110kV',
            [
                'TBA 110kV Đồng Sấu và nhánh rẽ',
                'Đường dây 110kV Vĩnh Hạ - Tân Cầu',
                'Lắp MBA T2 TBA 110kV Bến Gỗ',
            ],
        ),
        (
            'B',
            'LƯỚI ĐIỆN TRUNG ÁP',
            ['Cải tạo lưới điện 22kV khu vực Tân Cầu', 'Xuất tuyến 22kV sau TBA 110kV Đồng Sấu'],
        ),
        ('C', 'CÔNG TRÌNH CÔNG NGHỆ THÔNG TIN', ['Hệ thống đo xa công tơ xã Vĩnh Hạ']),
    ]
    for letter, _, names in groups:
        for name in names:
            planned = roll(3_000, 90_000, 50) * MILLION
            work = roll(planned // 2, planned, MILLION)
            rows.append(
                R(
                    group=letter,
                    name=name,
                    planned=planned,
                    work=work,
                    workMonth=work // 10 // MILLION * MILLION,
                    disbursed=roll(planned // 4, work, MILLION),
                    before=roll(500, 40_000, 10) * MILLION,
                    invest=planned * 2 + roll(1_000, 50_000, 100) * MILLION,
                )
            )
            rows[-1].month = rows[-1].disbursed // 8 // MILLION * MILLION
    rows[-1].disbursed = rows[-1].month = 0
    wb, p = book('Thang 9', font='Arial', size=10)
    p.put('A1', 'BAN QUẢN LÝ DỰ ÁN LƯỚI ĐIỆN', bold=True)
    p.put('A2', 'PHÒNG KẾ HOẠCH')
    p.title('A3', 'BÁO CÁO TÌNH HÌNH THỰC HIỆN KẾ HOẠCH ĐẦU TƯ XÂY DỰNG NĂM 2026', 'A3:Q3')
    p.title('A4', '(Tính đến ngày 30/9/2026)', 'A4:Q4', bold=False, italic=True)
    p.put('P5', 'ĐVT: tỷ đồng', italic=True)
    p.header(
        6,
        [
            'TT',
            'Tên công trình',
            'Quy mô',
            ('Tiến độ', ['Khởi công', 'Đóng điện']),
            'Tổng mức đầu tư',
            'Lũy kế giải ngân từ khởi công đến hết năm 2025',
            'Kế hoạch vốn năm 2026',
            ('Giá trị khối lượng thực hiện', ['Tháng 9', 'Lũy kế từ đầu năm']),
            ('Giải ngân', ['Tháng 9', 'Lũy kế từ đầu năm']),
            'Lũy kế giải ngân từ khởi công',
            ('Tỷ lệ (%)', ['TH/KH', 'GN/KH']),
            'Tồn tại, vướng mắc',
            'Ghi chú',
        ],
        fill='DDEBF7',
    )
    at = 8

    def line(number, name, some, bold=False, row=None):
        nonlocal at
        t = lambda *fields: amount(total(some, *fields), BILLION)
        p.row(
            at,
            [
                number,
                name,
                row and row.scale,
                row and row.start,
                row and row.end,
                t('invest'),
                t('before'),
                t('planned'),
                t('workMonth'),
                t('work'),
                t('month'),
                t('disbursed'),
                t('before', 'disbursed'),
                percent(total(some, 'work'), total(some, 'planned')),
                percent(total(some, 'disbursed'), total(some, 'planned')),
                row and row.note,
            ],
            bold=bold,
            fmt=N3,
            fmts={'D': 'dd/mm/yyyy', 'E': 'dd/mm/yyyy', 'N': '0.0', 'O': '0.0'},
        )
        at += 1

    line(None, 'TỔNG CỘNG', rows, bold=True)
    for letter, caption, _ in groups:
        some = [row for row in rows if row.group == letter]
        line(letter, caption, some, bold=True)
        for index, row in enumerate(some, 1):
            row.scale = ['2x40 MVA; 3,2 km', '21,7 km', '40 MVA', '12,4 km; 18 TBA', '9 km', '4.120 công tơ'][
                rows.index(row)
            ]
            row.start, row.end = datetime.date(2024, 3 + index, 15), datetime.date(2026, 12, 10 + index)
            row.note = 'Vướng 03 vị trí móng cột, xã chưa chi trả 1,25 tỷ đồng' if index == 2 else None
            line(index, row.name, [row], row=row)
    p.sign(at + 1, ('B', 'Người lập'), ('N', 'TRƯỞNG PHÒNG KẾ HOẠCH'))
    p.ws.freeze_panes = 'C8'
    p.widths(5, 40, 18, 12, 12, 11, 13, 11, 10, 10, 10, 10, 13, 8, 8, 34, 10)
    save(
        wb,
        '02-power-board-work-and-payment',
        {
            'kinds': ['disbursement'],
            'asOf': '2026-09-30',
            'planYear': 2026,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row, note=row.note) for row in rows],
        },
    )
