import { Problem } from '@thongvon/platform';
import type { TableMapping } from '@thongvon/return-reader';
import type { MappingFault } from '../domain/table-mapping';

const FAULTS: Readonly<Record<MappingFault, readonly [vi: string, en: string]>> = {
  'no-such-sheet': [
    'Tệp không có trang này. Hãy ghi đúng tên trang.',
    'The workbook has no such sheet. Give its exact name.',
  ],
  'header-rows': [
    'Dòng đầu của tiêu đề bảng nằm sau dòng cuối.',
    'The first row of the header stands below the last.',
  ],
  'header-rows-overlap': [
    'Hai bảng trên một trang có chung dòng tiêu đề.',
    'Two tables of one sheet share rows of their headers.',
  ],
  'no-such-meaning': [
    'Có cột mang ý nghĩa mà hệ thống không biết. Hãy dùng các ý nghĩa trong tài liệu API.',
    'A column has a meaning that is not known. Use those of the API documentation.',
  ],
  'column-twice': ['Một cột được khai hai lần.', 'A column is listed twice.'],
  'no-name': [
    'Bảng phải có cột tên dự án hoặc mã dự án.',
    'The table needs a column that names the project or its code.',
  ],
  'no-figure': ['Bảng phải có ít nhất một cột số liệu.', 'The table needs at least one column of figures.'],
};

/** 422: the mapping can't be read by, with the table and the reason. */
export function mappingFaulty(fault: MappingFault, { sheet, headerRows }: TableMapping): Problem {
  const [vi, en] = FAULTS[fault];
  return new Problem(422, 'MAPPING-FAULTY', vi, en, { fault, sheet, headerRows });
}

/** 409: the file itself can't be opened. */
export function notMappable(): Problem {
  return new Problem(
    409,
    'RETURN-NOT-READABLE',
    'Không mở được tệp này nên không khai bảng được; hãy nộp tệp khác.',
    'The file can not be opened, so that there is nothing to map; send another.',
  );
}
