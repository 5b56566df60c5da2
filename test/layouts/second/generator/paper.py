"""What every office of the second set writes with: sheets, header trees, amounts in a unit, and what a person reads."""

import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

OUT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
DONG, THOUSAND, MILLION, BILLION = 1, 10**3, 10**6, 10**9
THIN = Border(*(Side(style='thin') for _ in range(4)))


class Paper:
    """One sheet of an office; rows are filled by number, headers from a tree of captions."""

    def __init__(self, ws, font='Times New Roman', size=11):
        self.ws, self.font, self.size = ws, font, size

    def put(
        self, ref, value, bold=False, italic=False, fmt=None, align=None, border=False, font=None, fill=None
    ):
        cell = self.ws[ref]
        cell.value = value
        cell.font = Font(name=font or self.font, size=self.size, bold=bold, italic=italic)
        if fmt:
            cell.number_format = fmt
        if align or isinstance(value, str) and '\n' in value:
            cell.alignment = Alignment(horizontal=align, vertical='center', wrap_text=True)
        if border:
            cell.border = THIN
        if fill:
            cell.fill = PatternFill('solid', fgColor=fill)
        return cell

    def title(self, ref, value, merge=None, **style):
        self.put(ref, value, **{'bold': True, 'align': 'center', **style})
        if merge:
            self.ws.merge_cells(merge)

    def row(self, number, values, bold=False, fmt=None, italic=False, fmts=None, border=True):
        """Fills a row from column A; None leaves a cell blank. Numbers get `fmt`, or that of their column in `fmts`."""
        for column, value in enumerate(values, 1):
            letter = get_column_letter(column)
            own = (fmts or {}).get(letter) or (fmt if isinstance(value, (int, float)) else None)
            self.put(f'{letter}{number}', value, bold=bold, italic=italic, fmt=own, border=border)

    def header(self, top, tree, fill=None, column=1):
        """Lays a tree of captions: 'caption' is a leaf, ('caption', [...]) a group. Gives the number of its rows."""
        depth = max(_depth(node) for node in tree)
        for node in tree:
            column = self._lay(node, top, top + depth - 1, column, fill)
        return depth

    def _lay(self, node, top, bottom, column, fill):
        caption, children = (node, []) if isinstance(node, str) else node
        last = column
        if children:
            last = column
            for child in children:
                last = self._lay(child, top + 1, bottom, last, fill)
            end_row, end_column = top, last - 1
        else:
            end_row, end_column, last = bottom, column, column + 1
        self.put(
            f'{get_column_letter(column)}{top}', caption, bold=True, align='center', border=True, fill=fill
        )
        if (end_row, end_column) != (top, column):
            self.ws.merge_cells(start_row=top, end_row=end_row, start_column=column, end_column=end_column)
        return last

    def widths(self, *widths):
        for column, width in enumerate(widths, 1):
            self.ws.column_dimensions[get_column_letter(column)].width = width

    def sign(self, row, left, right, place=None):
        """The foot of the page, without anyone's name."""
        if place:
            self.put(f'{right[0]}{row}', place, italic=True, align='center')
            row += 1
        self.put(f'{left[0]}{row}', left[1], bold=True)
        self.put(f'{right[0]}{row}', right[1], bold=True, align='center')
        self.put(f'{right[0]}{row + 1}', '(Đã ký)', italic=True, align='center')


def _depth(node):
    return 1 if isinstance(node, str) else 1 + max(_depth(child) for child in node[1])


def book(*names, font='Times New Roman', size=11):
    """A workbook and its papers, one per name."""
    wb = Workbook()
    wb.properties.creator = 'Văn phòng'
    wb.remove(wb.active)
    return (wb, *(Paper(wb.create_sheet(name), font, size) for name in names))


def amount(dong, unit):
    """The cell's number for whole đồng in a unit."""
    value = Decimal(dong) / unit
    return int(value) if value == value.to_integral_value() else float(value)


def text(dong, unit=DONG):
    """As an accountant types it: dots for thousands, comma for decimals."""
    whole, _, rest = format((Decimal(dong) / unit).normalize(), 'f').partition('.')
    return re.sub(r'(?<=\d)(?=(\d{3})+$)', '.', whole) + (f',{rest}' if rest else '')


def percent(part, whole):
    if not whole:
        return 0
    return float((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.01'), ROUND_HALF_UP))


def total(rows, *fields):
    """The sum of fields over rows; None counts as nothing."""
    return sum(getattr(row, field) or 0 for row in rows for field in fields)


def dice(seed):
    rng = random.Random(seed)
    return lambda low, high, step=1: rng.randrange(low // step, high // step + 1) * step


def R(**fields):
    return SimpleNamespace(**fields)


def project(row, **more):
    """A project as a person reads it: this year's plan, and what more the table tells."""
    said = {'code': getattr(row, 'code', None), 'name': row.name}
    for field in ('planned', 'disbursed'):
        if hasattr(row, field):
            said[field] = dong(getattr(row, field))
    return {**said, **more}


def dong(value):
    return None if value is None else str(value)


def amounts(planned, disbursed):
    return {'planned': dong(planned), 'disbursed': dong(disbursed)}


def save(wb, name, expected, as_format=None, through_office=False, patch=None):
    """Writes NAME.xlsx (or .xls/.ods by LibreOffice; `through_office`: saved again there, formulas get values)."""
    with open(os.path.join(OUT, f'{name}.expected.json'), 'w', encoding='utf-8') as out:
        json.dump({'exit': 0, **expected}, out, ensure_ascii=False, indent=1)
        out.write('\n')
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, f'{name}.xlsx')
        wb.save(made)
        if patch:
            patch(made)
        if as_format or through_office:
            made = _convert(made, as_format or 'xlsx', folder)
        shutil.copy(made, os.path.join(OUT, os.path.basename(made)))


def _convert(path, extension, folder):
    into = os.path.join(folder, 'saved')
    filters = {'xls': 'xls:MS Excel 97', 'xlsx': 'xlsx:Calc MS Excel 2007 XML', 'ods': 'ods:calc8'}
    subprocess.run(
        [
            'soffice',
            '--headless',
            f'-env:UserInstallation=file://{folder}/profile',
            '--convert-to',
            filters[extension],
            '--outdir',
            into,
            path,
        ],
        check=True,
        capture_output=True,
    )
    return os.path.join(into, os.path.splitext(os.path.basename(path))[0] + f'.{extension}')
