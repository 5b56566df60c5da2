"""A Treasury's list as its program gives it: codes as numbers, a row per project, source and kind of capital."""

from paper import MILLION, R, amounts, book, dice, save, total


def write():
    roll = dice(18)
    kinds = {
        'Vốn năm nay': 'current-year',
        'Vốn năm trước chuyển sang': 'carried-over',
        'Vốn ứng trước kế hoạch năm sau': 'advanced-from-next-year',
    }
    this, past, ahead = kinds
    names = [
        (
            7844101,
            'Đường Tân Thạnh - Cái Bè',
            [('Ngân sách tỉnh', this), ('Ngân sách tỉnh', past), ('Xổ số kiến thiết', this)],
        ),
        (7844105, 'Bệnh viện Sản Nhi tỉnh', [('Xổ số kiến thiết', this), ('Xổ số kiến thiết', ahead)]),
        (7844110, 'Cống ngăn mặn Rạch Gầm', [('Ngân sách trung ương', this), ('Ngân sách trung ương', past)]),
        (7844113, 'Trường THPT Cái Bè', [('Ngân sách tỉnh', this)]),
        (7844119, 'Nâng cấp đê biển Tân Thạnh', [('Ngân sách trung ương', past)]),
    ]
    rows = []
    for code, name, parts in names:
        for source, kind in parts:
            planned = roll(700, 31_000, 10) * MILLION
            advance = roll(0, planned // 4)
            rows.append(
                R(
                    code=str(code),
                    name=name,
                    source=source,
                    kind=kind,
                    planned=planned,
                    advance=advance,
                    disbursed=advance + roll(0, planned // 2),
                )
            )
    wb, p = book('Sheet1', font='Tahoma', size=9)
    p.put('A1', 'KHO BẠC NHÀ NƯỚC')
    p.put('A2', 'KBNN khu vực XVIII')
    p.title('A3', 'CHI TIẾT THANH TOÁN VỐN ĐẦU TƯ CÔNG NĂM 2025', 'A3:K3')
    p.title('A4', 'Đến ngày: 31/10/2025', 'A4:K4', bold=False)
    p.put('J5', 'Đơn vị tính: Đồng')
    p.header(
        6,
        [
            'STT',
            'Mã ĐVQHNS',
            'Mã dự án',
            'Tên dự án',
            'Nguồn vốn',
            'Loại kế hoạch vốn',
            'Kế hoạch vốn',
            'Lũy kế thanh toán',
            'Trong đó: tạm ứng chưa thu hồi',
            'Kế hoạch còn lại',
            'Mã KBNN',
        ],
    )
    for number, row in enumerate([*rows, None], 1):
        part = [row] if row else rows
        t = lambda *fields: total(part, *fields)
        p.row(
            6 + number,
            [
                row and number,
                row and 1099214,
                row and int(row.code),
                row.name if row else 'Tổng cộng',
                row and row.source,
                row and row.kind,
                t('planned'),
                t('disbursed'),
                t('advance'),
                t('planned') - t('disbursed'),
                row and '1811',
            ],
            bold=not row,
            fmts={c: '#,##0' for c in 'GHIJ'},
        )
    p.widths(5, 10, 10, 36, 22, 30, 17, 17, 17, 17, 9)

    def said(code):
        some = [row for row in rows if row.code == code]
        types = {
            kinds[kind]: [row for row in some if row.kind == kind]
            for kind in dict.fromkeys(row.kind for row in some)
        }
        year = types.get('current-year')
        return {
            'code': code,
            'name': some[0].name,
            **(amounts(total(year, 'planned'), total(year, 'disbursed')) if year else amounts(None, None)),
            'byPlanType': {
                kind: amounts(total(part, 'planned'), total(part, 'disbursed'))
                for kind, part in types.items()
                if kind != 'current-year'
            },
            'bySource': {
                s: amounts(
                    total([r for r in some if r.source == s], 'planned'),
                    total([r for r in some if r.source == s], 'disbursed'),
                )
                for s in dict.fromkeys(r.source for r in some)
            },
        }

    of = lambda kind: [row for row in rows if row.kind == kind]
    save(
        wb,
        '18-treasury-by-kind-of-capital',
        {
            'kinds': ['treasury'],
            'asOf': '2025-10-31',
            'planYear': 2025,
            'total': amounts(total(of(this), 'planned'), total(of(this), 'disbursed')),
            'byPlanType': {
                kinds[k]: amounts(total(of(k), 'planned'), total(of(k), 'disbursed')) for k in (past, ahead)
            },
            'projects': [said(str(code)) for code, _, _ in names],
        },
    )
