"""A decision with a summary and an appendix per source, in an .xls: the source stands above each table only."""

from paper import MILLION, R, amount, book, dice, dong, save, total

N0 = '#,##0'


def write():
    roll = dice(19)
    appendices = [
        (
            'PL1-NSTW',
            'I',
            'NGUỒN VỐN NGÂN SÁCH TRUNG ƯƠNG',
            'Ngân sách trung ương',
            [('8110003', 'Hồ chứa nước Ia Đrang'), ('8110007', 'Đường liên kết vùng phía Đông')],
        ),
        (
            'PL2-NST',
            'II',
            'NGUỒN VỐN NGÂN SÁCH TỈNH',
            'Ngân sách tỉnh',
            [
                ('8110007', 'Đường liên kết vùng phía Đông'),
                ('8110012', 'Trường Cao đẳng nghề, nhà xưởng thực hành'),
                ('8110016', 'Bảo tàng tỉnh'),
                ('8110021', 'Kho lưu trữ chuyên dụng'),
            ],
        ),
        (
            'PL3-NTM',
            'III',
            'NGUỒN VỐN CHƯƠNG TRÌNH MTQG XÂY DỰNG NÔNG THÔN MỚI',
            'CTMTQG xây dựng nông thôn mới',
            [('8110030', 'Đường nội đồng xã Ia Rong'), ('8110031', 'Nhà rông văn hóa làng Kép')],
        ),
    ]
    rows = [
        R(sheet=sheet, source=source, code=code, name=name, planned=roll(900, 60_000, 10) * MILLION)
        for sheet, _, _, source, names in appendices
        for code, name in names
    ]
    for row in rows:
        row.recovered, row.debt, row.invest = (
            (row.planned // 10 // MILLION * MILLION if row.code == '8110003' else 0),
            (row.planned // 20 // MILLION * MILLION if row.code == '8110012' else 0),
            row.planned * 4,
        )
        row.past = 0 if row.code in ('8110021', '8110031') else row.planned // 2 // MILLION * MILLION
    wb, summary, *papers = book('Tong hop', *(sheet for sheet, *_ in appendices))
    attached = '(Kèm theo Quyết định số 3905/QĐ-UBND ngày 24/12/2025 của UBND tỉnh)'
    summary.title('A1', 'TỔNG HỢP KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2026', 'A1:E1')
    summary.title('A2', attached, 'A2:E2', bold=False, italic=True)
    summary.put('D3', 'ĐVT: Triệu đồng', italic=True)
    summary.header(4, ['STT', 'Nguồn vốn', 'Số dự án', 'Kế hoạch vốn năm 2026', 'Chi tiết tại'])
    summary.row(
        5,
        [None, 'TỔNG SỐ', len({row.code for row in rows}), amount(total(rows, 'planned'), MILLION)],
        bold=True,
        fmt=N0,
    )
    for index, (sheet, number, _, source, names) in enumerate(appendices):
        summary.row(
            6 + index,
            [
                index + 1,
                source,
                len(names),
                amount(total([row for row in rows if row.sheet == sheet], 'planned'), MILLION),
                f'Phụ lục {number}',
            ],
            fmt=N0,
        )
    for p, (sheet, number, caption, source, _) in zip(papers, appendices):
        some = [row for row in rows if row.sheet == sheet]
        p.title('A1', f'PHỤ LỤC {number}', 'A1:K1')
        p.title('A2', f'KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2026 - {caption}', 'A2:K2')
        p.title('A3', attached, 'A3:K3', bold=False, italic=True)
        p.put('A4', f'Nguồn vốn: {source}', italic=True)
        p.put('J4', 'ĐVT: Triệu đồng', italic=True)
        p.header(
            5,
            [
                'STT',
                'Danh mục dự án',
                'Mã dự án',
                'Chủ đầu tư',
                ('Quyết định đầu tư', ['Số quyết định', 'Tổng mức đầu tư']),
                'Lũy kế vốn bố trí đến hết năm 2025',
                (
                    'Kế hoạch vốn năm 2026',
                    ['Tổng số', ('Trong đó', ['Thu hồi vốn ứng trước', 'Thanh toán nợ XDCB'])],
                ),
                'Ghi chú',
            ],
        )
        for index, row in enumerate([None, *some]):
            part = [row] if row else some
            t = lambda field: amount(total(part, field), MILLION) if total(part, field) else None
            p.row(
                8 + index,
                [
                    index or None,
                    row.name if row else 'TỔNG SỐ',
                    row and row.code,
                    row and 'Ban QLDA ĐTXD tỉnh',
                    row and f'{1400 + index * 31}/QĐ-UBND',
                    t('invest'),
                    t('past'),
                    t('planned'),
                    t('recovered'),
                    t('debt'),
                ],
                bold=not row,
                fmt=N0,
            )
        p.widths(5, 44, 11, 22, 18, 13, 13, 13, 11, 11, 14)
    save(
        wb,
        '19-plan-in-appendices',
        {
            'kinds': ['plan'],
            'planYear': 2026,
            'decision': {'number': '3905/QĐ-UBND', 'date': '2025-12-24', 'mode': 'initial'},
            'total': {'planned': dong(total(rows, 'planned'))},
            'allocations': [
                {
                    'code': row.code,
                    'name': row.name,
                    'planType': 'current-year',
                    'sourceLabel': row.source,
                    'planned': dong(row.planned),
                }
                for row in rows
            ],
        },
        as_format='xls',
    )
