"""A board's weekly book: a cover, payments (plan at the start, changed, after), clearance in billions, debts, next year's needs."""

import datetime

from paper import BILLION, MILLION, R, amount, amounts, book, dice, dong, percent, project, save, total

N0 = '#,##0'


def write():
    roll = dice(17)
    names = [
        ('7910201', 'Đường Lê Xá - Vân Đình'),
        ('7910204', 'Trung tâm hành chính xã Vân Đình'),
        ('7910209', 'Khu đấu giá đất Đồng Mạ'),
        ('7910213', 'Cải tạo sông Lạc đoạn qua xã Lê Xá'),
        ('7910217', 'Trường THCS Vân Đình'),
    ]
    rows = []
    for index, (code, name) in enumerate(names):
        start = 0 if index == 4 else roll(2_000, 30_000, 50) * MILLION
        change = [2_500, -1_200, 0, 0, 4_000][index] * MILLION
        planned = start + change
        paid = roll(planned // 6, planned * 5 // 6, 1_000)
        rows.append(
            R(
                code=code,
                name=name,
                start=start,
                change=change,
                planned=planned,
                disbursed=paid // 1_000 * 1_000,
                estimate=planned - roll(0, 300) * MILLION,
            )
        )
    land = rows[:1] + rows[2:4]
    for row in land:
        row.households = roll(20, 160)
        row.paid = row.households - roll(3, 15)
        row.handedOver = row.paid - roll(0, 3)
        row.compensation = roll(4_000, 41_000, 10) * MILLION
        row.compensated = row.compensation * row.paid // row.households // MILLION * MILLION
    land[0].blocker, land[0].unit, land[0].due = (
        '05 hộ chưa đồng ý giá đất vườn',
        'UBND xã Lê Xá',
        datetime.date(2025, 12, 10),
    )
    land[2].blocker, land[2].unit, land[2].due = (
        'Chưa di chuyển 02 cột điện hạ thế',
        'Điện lực Vân Đình',
        datetime.date(2025, 11, 28),
    )
    wb, cover, pay, clear, debt, need = book('Bìa', '01-GN', '02-GPMB', '03-No XDCB', '04-Nhu cau 2026')
    cover.title('B3', 'BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ - HẠ TẦNG VÂN ĐÌNH', 'B3:F3')
    cover.title('B6', 'BÁO CÁO TUẦN', 'B6:F6')
    cover.title('B7', 'Tình hình thực hiện các dự án đầu tư công năm 2025', 'B7:F7', bold=False)
    for index, (sheet, what) in enumerate(
        [
            ('01-GN', 'Giải ngân'),
            ('02-GPMB', 'Giải phóng mặt bằng'),
            ('03-No XDCB', 'Nợ đọng xây dựng cơ bản'),
            ('04-Nhu cau 2026', 'Nhu cầu vốn năm 2026'),
        ]
    ):
        cover.put(f'B{10 + index}', index + 1)
        cover.put(f'C{10 + index}', what).hyperlink = f"#'{sheet}'!A1"
    date = '(Số liệu đến ngày 20/11/2025)'

    def head(p, heading, last, unit=None):
        p.title('A1', heading, f'A1:{last}1')
        p.title('A2', date, f'A2:{last}2', bold=False, italic=True)
        if unit:
            p.put(f'{last}3', unit, italic=True, align='right')

    head(pay, 'BIỂU 01: TÌNH HÌNH GIẢI NGÂN NĂM 2025', 'K', 'Đơn vị tính: triệu đồng')
    pay.header(
        4,
        [
            'STT',
            'Tên dự án',
            'Mã dự án',
            ('Kế hoạch vốn năm 2025', ['Giao đầu năm', 'Điều chỉnh tăng (+), giảm (-)', 'Sau điều chỉnh']),
            'Lũy kế giải ngân',
            'Tỷ lệ giải ngân so với kế hoạch sau điều chỉnh (%)',
            'Còn lại',
            'Ước giải ngân đến 31/01/2026',
            'Khó khăn, vướng mắc',
        ],
    )
    for number, row in enumerate([None, *rows]):
        part = [row] if row else rows
        t = lambda field: amount(total(part, field), MILLION)
        pay.row(
            6 + number,
            [
                number or None,
                row.name if row else 'TỔNG SỐ',
                row and row.code,
                t('start'),
                t('change'),
                t('planned'),
                t('disbursed'),
                percent(total(part, 'disbursed'), total(part, 'planned')),
                amount(total(part, 'planned') - total(part, 'disbursed'), MILLION),
                t('estimate'),
                getattr(row, 'blocker', None),
            ],
            bold=not row,
            fmt='#,##0.###;-#,##0.###;"-"',
        )
    head(clear, 'BIỂU 02: TÌNH HÌNH GIẢI PHÓNG MẶT BẰNG', 'K', 'Kinh phí: tỷ đồng')
    clear.header(
        4,
        [
            'STT',
            'Tên dự án',
            'Mã dự án',
            ('Số hộ', ['Phải thu hồi đất', 'Đã nhận tiền', 'Đã bàn giao mặt bằng']),
            ('Kinh phí bồi thường (tỷ đồng)', ['Phê duyệt', 'Đã chi trả']),
            'Vướng mắc',
            'Đơn vị giải quyết',
            'Thời hạn giải quyết',
        ],
    )
    for number, row in enumerate(land, 1):
        clear.row(
            5 + number,
            [
                number,
                row.name,
                row.code,
                row.households,
                row.paid,
                row.handedOver,
                amount(row.compensation, BILLION),
                amount(row.compensated, BILLION),
                getattr(row, 'blocker', None),
                getattr(row, 'unit', None),
                getattr(row, 'due', None),
            ],
            fmts={'G': '0.000', 'H': '0.000', 'K': 'dd/mm/yyyy'},
        )
    head(debt, 'BIỂU 03: TỔNG HỢP NỢ ĐỌNG XÂY DỰNG CƠ BẢN', 'F', 'Đơn vị tính: triệu đồng')
    debt.header(
        4, ['STT', 'Tên dự án', 'Giá trị quyết toán được duyệt', 'Vốn đã bố trí', 'Số nợ đọng', 'Ghi chú']
    )
    for number, (name, settled) in enumerate(
        [('Cầu Vân Đình', 8_240), ('Đường Lê Xá giai đoạn 1', 12_610), ('Trạm bơm Đồng Mạ', 3_955)], 1
    ):
        debt.row(4 + number, [number, name, settled, settled - 310 * number, 310 * number], fmt=N0)
    head(need, 'BIỂU 04: ĐĂNG KÝ NHU CẦU VỐN NĂM 2026', 'E', 'Đơn vị tính: triệu đồng')
    need.header(4, ['STT', 'Tên dự án', 'Mã dự án', 'Nhu cầu vốn năm 2026', 'Ghi chú'])
    for number, row in enumerate(rows, 1):
        need.row(4 + number, [number, row.name, row.code, 1_500 * number], fmt=N0)
    for p in (pay, clear, debt, need):
        p.widths(5, 42, 12, 14, 14, 14, 14, 14, 30, 18, 30)
    save(
        wb,
        '17-five-sheets-of-a-board',
        {
            'kinds': ['disbursement', 'land-clearance'],
            'asOf': '2025-11-20',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row, estimate=dong(row.estimate)) for row in rows],
            'landClearance': [
                {
                    'code': row.code,
                    'name': row.name,
                    **{f: getattr(row, f) for f in ('households', 'paid', 'handedOver')},
                    'compensation': dong(row.compensation),
                    'compensated': dong(row.compensated),
                    'blocker': getattr(row, 'blocker', None),
                    'responsibleUnit': getattr(row, 'unit', None),
                    'due': row.due.isoformat() if hasattr(row, 'due') else None,
                }
                for row in land
            ],
        },
    )
