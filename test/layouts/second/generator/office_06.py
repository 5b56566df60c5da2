"""What a ward's software writes by a .NET library: 'x:' prefixes, inline text, no style, every number as text."""

import zipfile
from xml.sax.saxutils import escape

from paper import MILLION, R, amounts, book, dice, percent, project, save, text, total


def write():
    roll = dice(6)
    names = [
        ('8020101', 'Mở rộng đường D3 khu dân cư Phú An'),
        ('8020102', 'Trường Mầm non Phú An (khối 8 phòng)'),
        ('8020105', 'Nạo vét rạch Cầu Kho'),
        ('8020107', 'Nâng cấp hẻm 118 và hẻm 120'),
        ('8020110', 'Công viên bờ kè rạch Ông Đội'),
        ('8020113', 'Trung tâm hành chính phường'),
    ]
    rows = [
        R(
            code=code,
            name=name,
            planned=(planned := roll(700, 38_000, 10) * MILLION),
            disbursed=roll(0, planned),
        )
        for code, name in names
    ]
    rows[3].disbursed = 0
    for row in rows:
        row.week = row.disbursed // 12
    head = [
        'STT',
        'Mã dự án',
        'Tên dự án',
        'Chủ đầu tư',
        'Kế hoạch vốn năm 2025',
        'Giải ngân trong tuần',
        'Lũy kế giải ngân',
        'Tỷ lệ giải ngân (%)',
        'Ngày cập nhật',
        'Trạng thái',
    ]
    rate = lambda some: f"{percent(total(some, 'disbursed'), total(some, 'planned')):.2f}".replace('.', ',')
    table = [
        ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG'],
        ['Năm kế hoạch: 2025 - Số liệu đến ngày: 14/11/2025 - Đơn vị tính: VNĐ'],
        ['Ngày xuất báo cáo: 17/11/2025 08:15:22'],
        [],
        head,
        *(
            [
                str(index),
                row.code,
                row.name,
                'Ban QLDA phường Phú An',
                text(row.planned),
                text(row.week),
                text(row.disbursed),
                rate([row]),
                f'{11 + index % 3}/11/2025 {8 + index:02}:12:40',
                'Đang thực hiện' if row.disbursed else 'Chưa giải ngân',
            ]
            for index, row in enumerate(rows, 1)
        ),
        [
            '',
            '',
            'Tổng cộng',
            '',
            text(total(rows, 'planned')),
            text(total(rows, 'week')),
            text(total(rows, 'disbursed')),
            rate(rows),
            '',
            '',
        ],
    ]
    cells = lambda number, values: ''.join(
        f'<x:c r="{chr(65 + i)}{number}" t="inlineStr"><x:is><x:t>{escape(value)}</x:t></x:is></x:c>'
        for i, value in enumerate(values)
    )
    sheet = ''.join(
        f'<x:row r="{number}">{cells(number, values)}</x:row>' for number, values in enumerate(table, 1)
    )
    x = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = '<?xml version="1.0" encoding="utf-8"?>'

    def written_by_dotnet(path):
        package = 'http://schemas.openxmlformats.org/package/2006'
        office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
        parts = {
            '[Content_Types].xml': f'{xml}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet.xml" ContentType="{kind}.worksheet+xml"/></Types>',
            '_rels/.rels': f'{xml}<Relationships xmlns="{package}/relationships"><Relationship Type="{office}/officeDocument" Target="/xl/workbook.xml" Id="R1"/></Relationships>',
            'xl/workbook.xml': f'{xml}<x:workbook {x}><x:sheets><x:sheet name="BaoCao" sheetId="1" r:id="R2" xmlns:r="{office}"/></x:sheets></x:workbook>',
            'xl/_rels/workbook.xml.rels': f'{xml}<Relationships xmlns="{package}/relationships"><Relationship Type="{office}/worksheet" Target="/xl/worksheets/sheet.xml" Id="R2"/></Relationships>',
            'xl/worksheets/sheet.xml': f'{xml}<x:worksheet {x}><x:sheetData>{sheet}</x:sheetData></x:worksheet>',
        }
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
            for name, content in parts.items():
                out.writestr(zipfile.ZipInfo(name, (2025, 11, 17, 8, 15, 22)), content)

    save(
        book('BaoCao')[0],
        '06-export-of-a-program',
        {
            'kinds': ['disbursement'],
            'asOf': '2025-11-14',
            'planYear': 2025,
            'total': amounts(total(rows, 'planned'), total(rows, 'disbursed')),
            'projects': [project(row) for row in rows],
        },
        patch=written_by_dotnet,
    )
