"""A board's clearance table: hectares and billions, graves and kilometres beside households, 'x' where nothing applies."""

from paper import BILLION, MILLION, R, amount, book, dice, dong, percent, save, total

COUNTS = ('households', 'inventoried', 'approved', 'paid', 'handedOver')


def write():
    roll = dice(10)
    names = [
        'Cầu Rạch Đôi và đường dẫn',
        'Khu công nghiệp Hữu Nghĩa (giai đoạn 1)',
        'Tuyến tránh thị trấn Lộc An cũ',
        'Trường THPT chuyên tỉnh, cơ sở 2',
        'Nghĩa trang tập trung Gò Cao',
    ]
    rows = []
    for index, name in enumerate(names):
        households = roll(12, 140)
        approved = households - roll(0, 8)
        paid = approved - roll(0, 5)
        compensation = roll(1_200, 64_000, 10) * MILLION
        rows.append(
            R(
                name=name,
                households=households,
                inventoried=households,
                approved=approved,
                paid=paid,
                handedOver=paid - roll(0, 3),
                graves=roll(0, 90),
                hundredths=roll(80, 9_000),
                compensation=compensation,
                compensated=roll(compensation // 3, compensation * 9 // 10, 10 * MILLION),
            )
        )
        rows[-1].handed = rows[-1].hundredths * 2 // 3
    rows[3].graves = None  # no grave on that land
    km = [2.4, None, 7.85, None, 1.1]
    blockers = [
        ('03 hộ chưa nhận tiền do tranh chấp ranh giới', 'UBND xã Hữu Nghĩa', '30/11/2025'),
        (None, None, None),
        ('Chưa di dời đường dây 35kV tại Km3+200', 'Điện lực Lộc An', '15/12/2025'),
        (None, None, None),
        ('Người dân đề nghị nâng giá đền bù mồ mả', 'Trung tâm Phát triển quỹ đất', '31/12/2025'),
    ]
    wb, p = book('BT-GPMB', font='Calibri')
    p.put('A1', 'BAN QLDA ĐẦU TƯ XÂY DỰNG KHU VỰC 2', bold=True)
    p.title('A2', 'TÌNH HÌNH THỰC HIỆN CÔNG TÁC BỒI THƯỜNG, HỖ TRỢ, TÁI ĐỊNH CƯ', 'A2:Q2')
    p.title('A3', 'Tính đến hết ngày 17 tháng 11 năm 2025', 'A3:Q3', bold=False, italic=True)
    p.header(
        5,
        [
            'STT',
            'Tên dự án',
            'Chiều dài tuyến (km)',
            ('Diện tích thu hồi (ha)', ['Tổng', 'Đã bàn giao']),
            (
                'Số hộ bị ảnh hưởng',
                ['Tổng số hộ', 'Đã kiểm đếm', 'Đã duyệt phương án', 'Đã chi trả', 'Đã bàn giao'],
            ),
            'Số mồ mả phải di dời (cái)',
            ('Kinh phí BT, HT, TĐC (tỷ đồng)', ['Phê duyệt', 'Đã chi trả', 'Tỷ lệ (%)']),
            'Vướng mắc',
            'Trách nhiệm giải quyết',
            'Thời hạn',
        ],
    )
    for index, row in enumerate(rows):
        row.blocker, row.responsibleUnit, row.due = blockers[index]
        p.row(
            7 + index,
            [
                index + 1,
                row.name,
                'x' if km[index] is None else km[index],
                row.hundredths / 100,
                row.handed / 100,
                row.households,
                row.inventoried,
                row.approved,
                row.paid,
                row.handedOver,
                'x' if row.graves is None else row.graves,
                amount(row.compensation, BILLION),
                amount(row.compensated, BILLION),
                percent(row.compensated, row.compensation),
                row.blocker,
                row.responsibleUnit,
                row.due,
            ],
            fmts={**{c: '#,##0.00' for c in 'CDEN'}, **{c: '#,##0.000' for c in 'LM'}},
        )
    at = 7 + len(rows)
    p.row(
        at,
        [
            None,
            'Tổng cộng',
            None,
            total(rows, 'hundredths') / 100,
            total(rows, 'handed') / 100,
            *(total(rows, f) for f in COUNTS),
            total(rows, 'graves'),
            amount(total(rows, 'compensation'), BILLION),
            amount(total(rows, 'compensated'), BILLION),
            percent(total(rows, 'compensated'), total(rows, 'compensation')),
        ],
        bold=True,
        fmts={**{c: '#,##0.00' for c in 'CDEN'}, **{c: '#,##0.000' for c in 'LM'}},
    )
    p.sign(at + 2, ('B', 'PHÒNG GIẢI PHÓNG MẶT BẰNG'), ('L', 'GIÁM ĐỐC'), 'Lộc An, ngày 18 tháng 11 năm 2025')
    p.widths(5, 40, 9, 9, 9, 8, 8, 8, 8, 8, 9, 11, 11, 9, 40, 26, 12)
    square = lambda hundredths: str(hundredths * 100)
    save(
        wb,
        '10-clearance-in-hectares',
        {
            'kinds': ['land-clearance'],
            'asOf': '2025-11-17',
            'planYear': 2025,
            'landClearance': [
                {
                    'code': None,
                    'name': row.name,
                    **{f: getattr(row, f) for f in COUNTS},
                    'graves': row.graves,
                    'area': square(row.hundredths),
                    'areaHandedOver': square(row.handed),
                    'compensation': dong(row.compensation),
                    'compensated': dong(row.compensated),
                    'blocker': row.blocker,
                    'responsibleUnit': row.responsibleUnit,
                    'due': row.due and '-'.join(reversed(row.due.split('/'))),
                }
                for row in rows
            ],
        },
    )
