"""An accountant's table with a column for every month, formulas throughout, and the quarters that were promised beside."""

from paper import THOUSAND, R, amount, amounts, book, dice, project, save, total

N0 = '#,##0'


def write():
    roll = dice(11)
    groups = [
        ('I', 'Giao thông', [('7700451', 'Đường Nguyệt Viên - Hạc Sơn'), ('7700452', 'Cầu Vực Sành')]),
        (
            'II',
            'Giáo dục',
            [
                ('7700460', 'Trường THCS Hạc Sơn'),
                ('7700461', 'Trường Tiểu học Nguyệt Viên, khối phòng học bộ môn'),
                ('7700462', 'Nhà ăn Trường Mầm non Hạc Sơn'),
            ],
        ),
        ('III', 'Thủy lợi', [('7700470', 'Trạm bơm Đồng Chằm')]),
    ]
    months, quarters = 'EFGHIJKLMN', 'RSTU'
    wb, p = book('GN theo thang', font='Calibri')
    p.put('A1', 'UBND XÃ HẠC SƠN', bold=True)
    p.title('A2', 'THEO DÕI GIẢI NGÂN VỐN ĐẦU TƯ CÔNG THEO THÁNG NĂM 2025', 'A2:V2')
    p.put('T3', 'Đơn vị tính: 1.000 đồng', italic=True)
    p.header(
        4,
        [
            'STT',
            'Danh mục dự án',
            'Mã dự án',
            'Kế hoạch vốn năm 2025',
            ('Giải ngân trong tháng', [f'T{month}' for month in range(1, 11)]),
            'Lũy kế giải ngân đến 31/10/2025',
            'Tỷ lệ giải ngân (%)',
            'Còn lại chưa giải ngân',
            ('Lũy kế giải ngân theo cam kết đầu năm', ['Quý I', 'Quý II', 'Quý III', 'Quý IV']),
            'Ghi chú',
        ],
    )
    rows, heads, at = [], [], 7
    derived = lambda row: {
        'O': f'=SUM(E{row}:N{row})',
        'P': f'=IF(D{row}=0,"",ROUND(O{row}/D{row}*100,2))',
        'Q': f'=+D{row}-O{row}',
    }
    fmts = {'P': '0.00'}
    for letter, caption, projects in groups:
        head, first = at, at + 1
        heads.append(head)
        for index, (code, name) in enumerate(projects, 1):
            at += 1
            planned = roll(800_000, 9_000_000, 1_000) * THOUSAND
            paid = [
                roll(0, planned // 14, 100) // THOUSAND * THOUSAND if roll(0, 3) else None for _ in months
            ]
            rows.append(R(code=code, name=name, planned=planned, disbursed=sum(x or 0 for x in paid)))
            cells = [
                index,
                name,
                code,
                amount(planned, THOUSAND),
                *(None if x is None else amount(x, THOUSAND) for x in paid),
                *derived(at).values(),
            ]
            p.row(
                at,
                [*cells, *(amount(planned * share // 100, THOUSAND) for share in (20, 45, 75, 100))],
                fmt=N0,
                fmts=fmts,
            )
        sums = [f'=SUM({c}{first}:{c}{at})' for c in ('D', *months)]
        p.row(
            head,
            [
                letter,
                caption,
                None,
                *sums,
                *derived(head).values(),
                *(f'=SUM({c}{first}:{c}{at})' for c in quarters),
            ],
            bold=True,
            fmt=N0,
            fmts=fmts,
        )
        at += 1
    sums = ['=+' + '+'.join(f'{c}{head}' for head in heads) for c in ('D', *months, *quarters)]
    p.row(
        6,
        [None, 'TỔNG CỘNG', None, *sums[:11], *derived(6).values(), *sums[11:]],
        bold=True,
        fmt=N0,
        fmts=fmts,
    )
    p.widths(5, 44, 10, 13, *[10] * 10, 13, 9, 12, *[12] * 4, 14)
    save(
        wb,
        '11-months-across-with-formulas',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-10-31',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row) for row in rows],
        },
        through_office=True,
    )
