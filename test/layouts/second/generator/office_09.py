"""A province's clearance table: each road is a heading with its sums, the communes that it crosses stand beneath."""

import datetime

from paper import MILLION, R, amount, book, dice, dong, project, save, total

N0 = '#,##0'
COUNTS = ('households', 'inventoried', 'approved', 'paid', 'handedOver')


def write():
    roll = dice(9)
    routes = [
        ('8050012', 'Đường vành đai phía Nam thành phố', ['Xã Tân Phước', 'Xã Bình Lạc', 'Phường Long Đức']),
        ('8050019', 'Đường nối cao tốc với cảng Hòn Yến', ['Xã Bình Lạc', 'Xã Hòa Hội']),
    ]
    rows = []
    for code, name, communes in routes:
        for commune in communes:
            households = roll(40, 320)
            counts = [households]
            for share in (96, 85, 80, 85):
                counts.append(counts[-1] * share // 100)
            compensation = roll(9_000, 88_000, 10) * MILLION
            rows.append(
                R(
                    code=code,
                    name=name,
                    segment=commune,
                    area=roll(2_000, 31_000) * 10,
                    compensation=compensation,
                    compensated=roll(compensation // 3, compensation, MILLION),
                    **dict(zip(COUNTS, counts)),
                )
            )
    for row in rows:
        row.areaHandedOver = row.area * row.handedOver // row.households // 10 * 10
    rows[4].paid = rows[4].handedOver = rows[4].compensated = rows[4].areaHandedOver = 0
    wb, p = book('GPMB theo xã')
    p.title('A1', 'TỔNG HỢP TIẾN ĐỘ BỒI THƯỜNG, GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN TRỌNG ĐIỂM', 'A1:N1')
    p.title('A2', '(Số liệu đến ngày 12/11/2025)', 'A2:N2', bold=False, italic=True)
    p.header(
        4,
        [
            'TT',
            'Dự án/Địa phương',
            'Mã dự án',
            (
                'Số hộ bị ảnh hưởng (hộ)',
                ['Tổng số', 'Đã kiểm đếm', 'Đã phê duyệt phương án', 'Đã nhận tiền', 'Đã bàn giao mặt bằng'],
            ),
            ('Diện tích (m2)', ['Phải thu hồi', 'Đã bàn giao']),
            ('Kinh phí bồi thường (triệu đồng)', ['Được duyệt', 'Đã chi trả']),
            'Khó khăn, vướng mắc',
            'Đơn vị chịu trách nhiệm',
            'Thời hạn hoàn thành',
        ],
        fill='FCE4D6',
    )
    at = 6

    def line(number, name, code, some, bold=False, tail=()):
        nonlocal at
        p.row(
            at,
            [
                number,
                name,
                code,
                *(total(some, f) for f in COUNTS),
                total(some, 'area'),
                total(some, 'areaHandedOver'),
                amount(total(some, 'compensation'), MILLION),
                amount(total(some, 'compensated'), MILLION),
                *tail,
            ],
            bold=bold,
            fmt=N0,
            fmts={'O': 'dd/mm/yyyy'},
        )
        at += 1

    causes = [
        'Chưa thống nhất đơn giá đất ở của 14 hộ',
        None,
        'Chưa có đất tái định cư',
        None,
        'Chưa xác định nguồn gốc đất rừng 21 thửa',
    ]
    line(None, 'TỔNG CỘNG', None, rows, bold=True)
    for number, (code, name, _) in zip(('I', 'II'), routes):
        some = [row for row in rows if row.code == code]
        line(number, name, code, some, bold=True)
        for index, row in enumerate(some, 1):
            row.blocker = causes[rows.index(row)]
            row.responsibleUnit = f'UBND {row.segment[0].lower()}{row.segment[1:]}' if row.blocker else None
            row.due = datetime.date(2025, 12, 5 + 5 * index) if row.blocker else None
            line(index, row.segment, None, [row], tail=(row.blocker, row.responsibleUnit, row.due))
    p.widths(5, 40, 11, *[11] * 9, 36, 20, 13)
    save(
        wb,
        '09-routes-through-communes',
        {
            'kinds': ['land-clearance'],
            'asOf': '2025-11-12',
            'planYear': 2025,
            # A project's own row beside its parts counts as well (docs/adr/0036).
            'landClearance': [clearance(row, row.segment) for row in rows]
            + [
                clearance(
                    R(
                        code=code,
                        name=name,
                        blocker=None,
                        responsibleUnit=None,
                        due=None,
                        **{
                            f: total([row for row in rows if row.code == code], f)
                            for f in (*COUNTS, 'area', 'areaHandedOver', 'compensation', 'compensated')
                        },
                    )
                )
                for code, name, _ in routes
            ],
        },
    )


def clearance(row, segment=None):
    return {
        'code': row.code,
        'name': row.name,
        **({'segment': segment} if segment else {}),
        **{f: getattr(row, f) for f in COUNTS},
        'area': str(row.area),
        'areaHandedOver': str(row.areaHandedOver),
        'compensation': dong(row.compensation),
        'compensated': dong(row.compensated),
        'blocker': row.blocker,
        'responsibleUnit': row.responsibleUnit,
        'due': row.due and row.due.isoformat(),
    }
