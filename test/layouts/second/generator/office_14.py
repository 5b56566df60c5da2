"""Every number typed as text in triệu with a comma, and under each project a dashed row per source."""

from paper import MILLION, THOUSAND, R, amounts, book, dice, dong, percent, project, save, text, total


def write():
    roll = dice(14)
    NSTW, NST, NSX = 'Ngân sách trung ương', 'Ngân sách tỉnh', 'Ngân sách xã'
    names = [
        ('7633018', 'Đường giao thông Pa Lau - Nậm Xá', [NSTW, NST]),
        ('7633021', 'Kiên cố hóa trường, lớp học xã Nậm Xá', [NSTW, NST, NSX]),
        ('7633025', 'Cấp điện nông thôn bản Pa Lau', [NSTW]),
        ('7633040', 'Sắp xếp dân cư bản Huổi Tre', [NST, NSX]),
    ]
    rows = []
    for code, name, sources in names:
        parts = []
        for source in sources:
            planned = roll(300_000, 21_000_000, 500) * THOUSAND
            done, advance = roll(0, planned // 2, 1_000), roll(0, planned // 4, 1_000)
            parts.append(
                R(
                    label=source,
                    planned=planned,
                    completed=done // 1000 * 1000,
                    advance=advance // 1000 * 1000,
                )
            )
            parts[-1].disbursed = parts[-1].completed + parts[-1].advance
        rows.append(
            R(
                code=code,
                name=name,
                parts=parts,
                **{f: total(parts, f) for f in ('planned', 'completed', 'advance', 'disbursed')},
            )
        )
    rows[3].parts[1].completed = rows[3].parts[1].advance = rows[3].parts[1].disbursed = 0
    for field in ('completed', 'advance', 'disbursed'):
        setattr(rows[3], field, total(rows[3].parts, field))
    wb, p = book('Bieu 3', font='Times New Roman', size=12)
    p.put('A1', 'UBND XÃ NẬM XÁ', bold=True)
    p.title('A2', 'Biểu 3. TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2025', 'A2:I2')
    p.title('A3', '(Đến ngày 31 tháng 10 năm 2025)', 'A3:I3', bold=False, italic=True)
    p.put('H4', 'Đơn vị: triệu đồng', italic=True)
    p.header(
        5,
        [
            'TT',
            'Dự án, nguồn vốn',
            'Mã dự án',
            'Kế hoạch vốn năm 2025',
            ('Đã giải ngân', ['Tổng số', 'Thanh toán KLHT', 'Tạm ứng chưa thu hồi']),
            'Tỷ lệ %',
            'Ghi chú',
        ],
    )
    say = lambda value: text(value, MILLION) if value else '-'
    at = 7

    def line(number, name, code, some, bold=False):
        nonlocal at
        rate = f"{percent(total(some, 'disbursed'), total(some, 'planned')):.2f}".replace('.', ',')
        p.row(
            at,
            [
                number,
                name,
                code,
                *(say(total(some, f)) for f in ('planned', 'disbursed', 'completed', 'advance')),
                rate,
            ],
            bold=bold,
            fmts={c: '@' for c in 'CDEFGH'},
        )
        at += 1

    for index, row in enumerate(rows, 1):
        line(f'{index}', row.name, row.code, [row], bold=True)
        for part in row.parts:
            line('-', part.label, None, [part])
    line('', 'Tổng cộng', None, rows, bold=True)
    p.sign(at + 1, ('B', 'Người lập'), ('F', 'CHỦ TỊCH'))
    p.widths(5, 44, 11, 16, 14, 14, 14, 9, 18)
    save(
        wb,
        '14-sources-under-projects-as-text',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-10-31',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [
                project(
                    row,
                    completed=dong(row.completed),
                    advance=dong(row.advance),
                    bySource={x.label: amounts(x.planned, x.disbursed) for x in row.parts},
                )
                for row in rows
            ],
        },
    )
