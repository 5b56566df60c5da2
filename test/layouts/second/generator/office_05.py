"""A Treasury office's .xls: the month beside the year, owner's and project's codes alike, 'carried to the next page' sums."""

from paper import MILLION, R, amounts, book, dice, dong, project, save, total

N3 = '#,##0.000'


def write():
    roll = dice(5)
    names = [
        ('7991001', 'Đường vào khu sản xuất Nà Lốc'),
        ('7991002', 'Kênh chính hồ Bản Phai'),
        ('7991003', 'Trường PTDTBT Tiểu học Nà Lốc'),
        ('7991007', 'Cầu treo Bản Mỏ'),
        ('7991011', 'Nhà văn hóa xã Mường Hạ'),
        ('7991015', 'Nước sinh hoạt tập trung Bản Phai'),
        ('7991016', 'Trạm y tế xã Mường Hạ'),
        ('7991020', 'Sắp xếp dân cư vùng thiên tai Pa Kéo'),
        ('7991023', 'Đường nội đồng Bản Chiềng'),
        ('7991031', 'Chợ Mường Hạ'),
        ('7991044', 'Trụ sở Công an xã Mường Hạ'),
    ]
    rows = []
    for index, (code, name) in enumerate(names):
        planned = roll(900, 14_000, 10) * MILLION
        done, advance = roll(0, planned // 2), roll(0, planned // 4)
        rows.append(
            R(
                code=code,
                name=name,
                planned=planned,
                completed=done,
                advance=advance,
                disbursed=done + advance,
                source=['12', '43', '51'][index % 3],
                m_done=done // 5,
                m_adv=advance // 3,
            )
        )
    rows[2].m_done, rows[2].m_adv = rows[2].completed // 2, -(
        rows[2].advance // 4
    )  # more advance recovered than paid this month
    wb, p = book('TTVDT', font='Times New Roman')
    p.put('A1', 'KHO BẠC NHÀ NƯỚC KHU VỰC XXI', bold=True)
    p.put('A2', 'PHÒNG GIAO DỊCH SỐ 4', bold=True)
    p.title('A3', 'TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ CÔNG', 'A3:N3')
    p.title('A4', 'Niên độ ngân sách: 2025', 'A4:N4', bold=False)
    p.title('A5', 'Từ ngày 01/10/2025 đến ngày 31/10/2025', 'A5:N5', bold=False, italic=True)
    p.put('M6', 'Đơn vị: đồng', italic=True)
    tree = [
        'STT',
        'Mã ĐVQHNS chủ đầu tư',
        'Mã dự án',
        'Tên dự án',
        'Mã nguồn NSNN',
        'Kế hoạch vốn năm 2025',
        ('Thanh toán trong kỳ', ['Tổng số', 'Thanh toán KLHT', 'Tạm ứng']),
        ('Lũy kế thanh toán từ đầu năm', ['Tổng số', 'Thanh toán KLHT', 'Tạm ứng chưa thu hồi']),
        'Kế hoạch vốn còn lại',
        'Ghi chú',
    ]

    def line(at, number, name, some, bold=False, row=None):
        t = lambda *fields: total(some, *fields)
        p.row(
            at,
            [
                number,
                row and '1120457',
                row and row.code,
                name,
                row and row.source,
                t('planned'),
                t('m_done', 'm_adv'),
                t('m_done'),
                t('m_adv'),
                t('disbursed'),
                t('completed'),
                t('advance'),
                t('planned') - t('disbursed'),
            ],
            bold=bold,
            fmt='#,##0;-#,##0;"-"',
        )

    first, second = rows[:6], rows[6:]
    p.header(7, tree)
    for index, row in enumerate(first):
        line(9 + index, index + 1, row.name, [row], row=row)
    line(15, None, 'Cộng chuyển trang sau', first, bold=True)
    p.header(17, tree)
    line(19, None, 'Trang trước chuyển sang', first, bold=True)
    for index, row in enumerate(second):
        line(20 + index, index + 7, row.name, [row], row=row)
    line(20 + len(second), None, 'Tổng cộng', rows, bold=True)
    p.sign(22 + len(second), ('D', 'KẾ TOÁN VIÊN'), ('K', 'GIÁM ĐỐC'), 'Mường Hạ, ngày 03 tháng 11 năm 2025')
    p.widths(5, 12, 10, 40, 8, *[16] * 8)
    save(
        wb,
        '05-treasury-month-and-page-sums',
        {
            'kinds': ['treasury'],
            'asOf': '2025-10-31',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [
                project(row, completed=dong(row.completed), advance=dong(row.advance)) for row in rows
            ],
        },
        as_format='xls',
    )
