"""A department's weekly table: seven sources as columns for the plan, and again for what is paid; owners as headings."""

from paper import MILLION, R, amount, amounts, book, dice, percent, project, save, total

N0 = '#,##0'


def write():
    roll = dice(3)
    sources = ['domestic', 'oda', 'balance', 'land', 'lottery', 'rural', 'poverty']
    owners = [
        (
            'Ban QLDA đầu tư xây dựng tỉnh',
            [
                ('Cầu Bến Nứa và đường hai đầu cầu', '7820015', 'domestic balance'),
                ('Hạ tầng kỹ thuật Khu công nghiệp Đông Hòa', '7820016', 'balance land'),
                ('Cải thiện môi trường nước đô thị Tân Lập', '7820017', 'oda balance'),
            ],
        ),
        (
            'Sở Y tế',
            [
                ('Trung tâm Y tế khu vực Sông Hinh', '7831102', 'lottery'),
                ('Nâng cấp 12 trạm y tế xã', '7831103', 'lottery poverty'),
            ],
        ),
        (
            'UBND xã Đông Hòa',
            [
                ('Đường liên xã Đông Hòa - Tây Phú', '7844920', 'rural balance'),
                ('Chợ trung tâm xã Đông Hòa', '7844921', 'rural'),
            ],
        ),
        ('UBND phường Tân Lập', [('Trường Tiểu học Tân Lập 2', '7850331', 'lottery land')]),
    ]
    rows = []
    for owner, projects in owners:
        for name, code, kinds in projects:
            row = R(owner=owner, name=name, code=code)
            for source in sources:
                planned = roll(1_000, 45_000, 10) * MILLION if source in kinds.split() else None
                setattr(row, f'p_{source}', planned)
                setattr(row, f'd_{source}', roll(0, planned, 1_000_000) if planned else None)
            rows.append(row)
    rows[4].d_poverty = 0
    codes = {  # whether 'Ngân sách tỉnh / Cân đối ngân sách' is the province's or local budget, one may say either
        'domestic': 'central-budget',
        'oda': 'oda',
        'land': 'land-use-fees',
        'lottery': 'lottery',
        'rural': 'national-target-programme-new-rural',
        'poverty': 'national-target-programme-poverty-reduction',
    }
    P, D = [f'p_{s}' for s in sources], [f'd_{s}' for s in sources]
    for row in rows:
        row.planned, row.disbursed = total([row], *P), total([row], *D)
    wb, p = book('Tuan 47')
    p.title('A1', 'TỔNG HỢP TIẾN ĐỘ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2025 CHI TIẾT THEO NGUỒN VỐN', 'A1:U1')
    p.title('A2', 'Số liệu cập nhật đến 17h00 ngày 21/11/2025', 'A2:U2', bold=False, italic=True)
    p.put('S3', 'Đvt: Triệu đồng', italic=True)
    split = [
        'Tổng cộng',
        ('Ngân sách trung ương', ['Vốn trong nước', 'Vốn ODA']),
        ('Ngân sách tỉnh', ['Cân đối ngân sách', 'Thu sử dụng đất', 'Xổ số kiến thiết']),
        ('CTMTQG', ['Nông thôn mới', 'Giảm nghèo bền vững']),
    ]
    p.header(
        4,
        [
            'TT',
            'Chủ đầu tư/Dự án',
            'Mã số dự án',
            ('KẾ HOẠCH VỐN NĂM 2025', split),
            ('LŨY KẾ GIẢI NGÂN', split),
            'TỶ LỆ GIẢI NGÂN (%)',
            'Khó khăn, vướng mắc',
        ],
        fill='E2EFDA',
    )
    at = 7

    def line(number, name, code, some, bold=False):
        nonlocal at
        one = lambda field: (
            next((getattr(row, field) for row in some), None)
            if len(some) == 1 and code
            else (total(some, field) or None)
        )
        shown = lambda fields: [None if one(f) is None else amount(one(f), MILLION) for f in fields]
        p.row(
            at,
            [
                number,
                name,
                code,
                amount(total(some, *P), MILLION),
                *shown(P),
                amount(total(some, *D), MILLION),
                *shown(D),
                percent(total(some, *D), total(some, *P)),
            ],
            bold=bold,
            fmt=N0,
            fmts={'T': '0.00'},
        )
        at += 1

    line(None, 'TỔNG SỐ', None, rows, bold=True)
    for index, (owner, _) in enumerate(owners):
        some = [row for row in rows if row.owner == owner]
        line('I II III IV'.split()[index], owner, None, some, bold=True)
        for number, row in enumerate(some, 1):
            line(number, row.name, row.code, [row])
    p.widths(5, 44, 12, *[12] * 16, 10, 24)
    save(
        wb,
        '03-wide-plan-and-payment-by-source',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-11-21',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [
                project(
                    row,
                    bySourceCode={
                        code: amounts(getattr(row, f'p_{s}'), getattr(row, f'd_{s}'))
                        for s, code in codes.items()
                        if getattr(row, f'p_{s}')
                    },
                )
                for row in rows
            ],
        },
    )
