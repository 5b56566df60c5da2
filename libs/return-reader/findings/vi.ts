import type { MessageId } from './catalogue';

/** Vietnamese texts: what is wrong, and how to mend it. {names} are filled in. */
export const VIETNAMESE: Readonly<Record<MessageId, string>> = {
  'not-a-number':
    'Ô {cell} ghi “{value}”, không phải số. Hãy gõ số tiền, hoặc để “-” nếu bằng 0, “x” nếu không áp dụng.',
  'not-a-number-aside':
    'Ô {cell} ghi “{value}”, không phải số; cột {column} không dùng để tính giải ngân nên chỉ nhắc.',
  'percent-amount':
    'Ô {cell} có định dạng phần trăm (số bên trong là {value}): đó là tỷ lệ, không phải số tiền. Hãy ghi số tiền, hoặc bỏ định dạng % nếu số đã đúng.',
  'percent-amount-aside':
    'Ô {cell} có định dạng phần trăm (số bên trong là {value}), không phải số tiền; cột {column} không dùng để tính giải ngân nên chỉ nhắc.',
  'ambiguous-column':
    'Ô {cell}{of} là chữ “{value}”, đọc được hai cách: {first} hoặc {second}; cột {column} còn {more} ô như vậy. Mọi ô như vậy trong tệp đọc theo cùng một cách. Hãy chọn, hoặc gõ lại thành số trong Excel.',
  ambiguous:
    'Ô {cell}{of} là chữ “{value}”, đọc được hai cách: {first} hoặc {second}. Mọi ô như vậy trong tệp đọc theo cùng một cách. Hãy chọn, hoặc gõ lại thành số trong Excel.',
  'ambiguous-alone':
    'Ô {cell}{of} là chữ “{value}”, đọc được hai cách: {first} hoặc {second}; các ô khác của cột {column} viết cả hai cách. Hãy chọn cho ô này, hoặc gõ lại thành số trong Excel.',
  'merged-over-projects':
    'Ô gộp {cell} chứa một số tiền cho nhiều dự án ({rows}). Hãy bỏ gộp ô và ghi số của từng dự án.',
  negative: 'Ô {cell} là số âm ({value}). Số lũy kế không thể âm; hãy kiểm tra lại.',
  'cell-error': 'Ô {cell} báo lỗi {value} của Excel. Hãy sửa công thức rồi lưu lại.',
  'cell-error-aside': 'Ô {cell} báo lỗi {value} của Excel; hệ thống tự tính lại nên chỉ nhắc.',
  'formula-without-value':
    'Ô {cell} có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nộp.',
  'formula-without-value-aside':
    'Ô {cell} có công thức nhưng tệp không lưu kết quả; ô này không dùng để tính giải ngân.',
  'formula-computed': 'Ô {cell} có công thức mà tệp không lưu kết quả; hệ thống đã tính được {value}.',
  'over-plan':
    'Ô {cell}: giải ngân {disbursed} đồng vượt kế hoạch {planned} đồng của “{project}”. Hãy sửa, hoặc nêu lý do.',
  'project-repeated':
    'Dự án “{project}” đã có ở ô {first}, không khác nguồn vốn. Hãy xóa dòng thừa hoặc ghi rõ nguồn vốn của từng dòng.',
  'clearance-repeated':
    'Dự án “{project}” đã có số liệu giải phóng mặt bằng ở ô {first}. Hãy xóa dòng thừa, hoặc ghi rõ từng dòng của đoạn, xã nào.',
  'sheets-alike':
    'Trang “{sheet}” có lại {count} dự án của trang “{other}”, không khác nguồn vốn. Hãy chọn trang được tính; nếu tính cả hai, hãy ghi rõ nguồn vốn của từng trang.',
  'project-code':
    'Mã dự án “{value}” ở ô {cell} không phải một mã gồm 7 chữ số. Hãy kiểm tra lại mã QHNS: mỗi ô một mã, chỉ chữ số.',
  'project-code-missing': 'Dự án “{project}” chưa có mã. Hãy ghi mã QHNS 7 chữ số vào ô {cell}.',
  'project-without-name': 'Dòng {row} có số tiền nhưng không có tên dự án. Hãy ghi tên, hoặc xóa dòng.',
  'row-unclear':
    'Dòng {row} “{value}” không có số thứ tự và mã: là một dự án, là tiêu đề nhóm, hay là phần của dòng trên? Hãy chọn.',
  'row-after-end':
    'Dòng {row} “{value}” nằm dưới phần ký nhưng giống một dự án; hệ thống chưa tính. Hãy chuyển lên trên phần ký, hoặc chọn bỏ qua.',
  'returned-row':
    'Dòng {row} “{value}” dưới “{project}” ghi {amount}; bảng không cho biết số giải ngân của dự án đã trừ khoản này chưa. Nếu chưa trừ, hãy sửa số giải ngân của dự án rồi nạp lại; nếu đã trừ, hãy xác nhận.',
  'plan-type-unclear':
    'Ô {cell} ghi “{value}” trong bảng của năm {year}: không rõ là vốn năm nay hay vốn khác. Hãy chọn, hoặc ghi rõ, ví dụ “vốn kéo dài”.',
  'rate-differs':
    'Ô {cell} ghi tỷ lệ {value}, tính lại được {rate} %. Hãy kiểm tra; hệ thống dùng số tính lại.',
  'identity-differs': 'Ô {cell} ghi {total}, nhưng các cột {columns} cộng lại được {sum}. Hãy sửa cho khớp.',
  'plan-types-together':
    'Cột {column} gộp giải ngân của kế hoạch năm nay và {planType}; có dự án có cả hai mà bảng không tách. Hãy chọn, hoặc thêm cột giải ngân {planType}.',
  'carried-over-blank':
    'Ô {cell} để trống nên chưa biết trong {total} có bao nhiêu vốn {planType}. Hãy ghi số, hoặc “-” nếu không có.',
  'parts-exceed':
    'Phần “trong đó” ở {parts} là {sum}, lớn hơn {total} ở {whole} mà nó là một phần. Hãy sửa số sai.',
  'total-differs':
    'Ô {cell} ghi tổng {total}, cộng các dòng được {sum}{unit}{gap}. Hãy sửa tổng hoặc dòng sai.',
  'total-differs-unread':
    'Ô {cell} ghi tổng {total}, cộng các dòng được {sum}{unit} (+{unread} ô chưa đọc được). Hãy sửa tổng hoặc dòng sai.',
  'total-rounding':
    'Ô {cell} ghi tổng {total}, cộng các dòng được {sum}{unit}; chênh lệch trong mức làm tròn. Hệ thống dùng tổng cộng lại.',
  'unit-unknown':
    'Bảng ở trang “{sheet}” không ghi đơn vị tính. Hãy ghi “Đơn vị tính: …” phía trên bảng, hoặc chọn đơn vị.',
  'unit-conflict':
    'Trang “{sheet}” ghi nhiều đơn vị tính khác nhau cho một bảng ({units}). Hãy chọn đơn vị đúng.',
  'unit-magnitude':
    'Với đơn vị tính {unit}, {what} là {amount} đồng{against}: khó có thể đúng. Hãy chọn đơn vị đúng, hoặc sửa trong tệp; nếu số đã duyệt trước mới sai, hãy đề nghị hủy duyệt báo cáo đó.',
  'unit-magnitude-of-column':
    'Với đơn vị {unit} của cột {column}, {what} là {amount} đồng{against}: khó có thể đúng. Hãy chọn đơn vị đúng của cột {column}, hoặc sửa trong tệp.',
  'unit-of-column-unlikely':
    'Đọc theo đơn vị {unit}, cột {column} so với cột {other} thì phần lớn dự án giải ngân vượt kế hoạch, hoặc mọi dự án mới giải ngân chưa đến 0,2 %: có thể hai cột ghi theo đơn vị khác nhau. Hãy chọn đơn vị đúng, hoặc ghi đơn vị vào tiêu đề cột.',
  'unit-of-column':
    'Cột {column} đang đọc theo đơn vị {unit}, nhưng so với cột {other} thì lệch nghìn lần, triệu lần ở phần lớn các dòng. Hãy chọn cột nào ghi theo đơn vị khác, hoặc ghi đơn vị vào tiêu đề cột.',
  'unit-of-cell':
    'Ô {cell} ghi {value}, đọc theo {unit} là {amount} đồng: lệch hàng nghìn lần so với {against}. Hãy chọn đơn vị của riêng ô này.',
  'unit-in-cell': 'Ô {cell} ghi “{value}” khác đơn vị của cột ({unit}). Hãy gõ lại theo đơn vị của bảng.',
  'unit-typed': 'Ô {cell} ghi “{value}” kèm đơn vị; hệ thống đọc là {amount} đồng.',
  'unit-in-format':
    'Định dạng của ô {cell} hiện số đã chia cho nghìn hoặc triệu. Hãy chọn đơn vị của số được lưu trong cột {column}.',
  'date-unknown':
    'Không thấy số liệu tính đến ngày nào. Hãy ghi “Số liệu đến ngày …” dưới tiêu đề, hoặc chọn ngày.',
  'date-vague': 'Ô {cell} chỉ ghi “{value}”, không rõ ngày. Hãy ghi đủ ngày, tháng, năm, hoặc chọn ngày.',
  'date-previous':
    'Số giải ngân ở cột “{value}” chỉ đến hết kỳ trước, nên ngày số liệu không phải ngày báo cáo. Hãy chọn ngày của số liệu.',
  'date-impossible': 'Ô {cell} ghi ngày “{text}” không có trong lịch. Hãy sửa, hoặc chọn ngày.',
  'date-future': 'Số liệu ghi đến ngày {date}, sau hôm nay ({today}). Hãy kiểm tra lại ngày.',
  'date-future-known':
    'Số liệu ghi đến ngày {date}, sau hôm nay ({today}); đơn vị này vẫn ghi trước ngày như vậy.',
  'sheets-by-date':
    'Tệp có các trang của {count} kỳ với cùng những dự án ấy. Đang đọc trang mới nhất, “{sheet}” ({date}). Hãy chọn ngày số liệu được nộp.',
  'dates-differ': 'Trong tệp có các ngày số liệu khác nhau: {dates}. Hãy chọn ngày đúng.',
  'date-contradicted':
    'Đã chọn ngày {date}, nhưng tệp ghi {dates}. Hãy chọn lại ngày, hoặc sửa ngày ghi trong tệp.',
  'date-outside-year':
    'Đã chọn ngày {date}, không thuộc năm kế hoạch {year} (đến hết 31/01 năm sau). Hãy chọn lại ngày, hoặc sửa năm ghi trong tệp.',
  'due-unknown':
    'Ô {cell} ghi thời hạn “{value}”, hệ thống không đọc được thành ngày. Hãy ghi dạng ngày/tháng/năm.',
  'year-unknown':
    'Không rõ kế hoạch vốn của năm nào ({years}). Hãy ghi “NĂM …” trong tiêu đề, hoặc chọn năm.',
  'years-differ':
    'Trong tệp ghi các năm kế hoạch khác nhau ({named}). Hãy chọn năm đúng; số của năm khác không được tính vào kế hoạch năm nay.',
  'decision-unknown':
    'Không đọc được số và ngày của quyết định giao vốn. Hãy ghi “Kèm theo Quyết định số … ngày …” dưới tiêu đề, hoặc nhập vào.',
  'columns-compete': 'Nhiều cột đều có thể là “{field}”: {columns}. Hãy chọn cột đúng.',
  'decision-contradicted':
    'Đã nhập quyết định {decision}, nhưng tệp ghi {named}. Hãy chọn lại, hoặc sửa trong tệp.',
  'column-scope': 'Cột {columns} có gồm cả vốn kéo dài, ứng trước (đã có cột riêng) hay không? Hãy chọn.',
  'column-delta':
    'Cột {columns} là số kế hoạch mới hay số tăng, giảm? Hãy chọn, hoặc thêm cột “Kế hoạch sau điều chỉnh”.',
  'column-returned':
    'Cột {columns}: số giải ngân đã trừ phần nộp giảm, nộp trả ngân sách hay chưa? Tỷ lệ và số còn lại của bảng không cho biết. Hãy chọn.',
  'column-adjustment':
    'Cột {columns}: ở {rows} dòng, {formula} không bằng cột {after} (dòng {row}: tính được {sum}, ghi {stated}). Hãy chọn kế hoạch hiện nay, hoặc sửa cho khớp.',
  'column-adjustment-counted':
    'Cột {columns}: {formula} bằng cột {after}, nhưng tỷ lệ hoặc số còn lại của bảng tính theo kế hoạch trước điều chỉnh. Hãy chọn kế hoạch hiện nay.',
  'plan-only-changes':
    'Cột {columns} chỉ ghi số tăng, giảm. Sổ kế hoạch ghi số của từng dự án sau điều chỉnh: hãy thêm cột “Kế hoạch sau điều chỉnh” rồi nạp lại.',
  'returned-more':
    'Ô {cell} ghi nộp giảm, nộp trả nhiều hơn số đã giải ngân của dự án (còn {left} đồng). Hãy kiểm tra lại.',
  'column-period':
    'Cột {columns} chỉ ghi số phát sinh trong kỳ, bảng không có cột lũy kế. Hãy thêm cột lũy kế, hoặc chọn nếu đây là lũy kế.',
  'column-previous':
    'Bảng không có cột lũy kế đến ngày báo cáo; cột {columns} chỉ đến hết kỳ trước. Hãy chọn nếu nộp số này, hoặc thêm cột lũy kế.',
  'column-capital':
    'Cột {columns} là vốn của cả dự án hay là {field}? Hãy chọn, hoặc ghi rõ “bồi thường” trong tiêu đề cột.',
  'column-subject':
    'Cột {columns} đếm hộ, diện tích hay là tiền? Hãy chọn, hoặc ghi rõ trong tiêu đề cột (“Số hộ đã …”, “Kinh phí đã …”).',
  'column-other-year':
    'Cột {columns} là kế hoạch của năm khác, bảng không có cột kế hoạch của năm nay. Đây có phải {field} của báo cáo này không? Hãy chọn.',
  'column-recovery':
    'Cột {columns}: số tạm ứng đã trừ phần thu hồi hay chưa? Bảng không có tổng giải ngân, tỷ lệ hay số còn lại để biết. Hãy chọn.',
  'column-sources':
    'Sau cột {field} có các cột giống nguồn vốn ({columns}) nhưng tiêu đề không nói rõ. Đó có phải nguồn vốn của cột đầu không? Hãy chọn.',
  'column-payments':
    'Các cột {columns} cộng lại thành số giải ngân như thế nào? Bảng không có tổng giải ngân, tỷ lệ hay số còn lại để biết. Hãy chọn.',
  'advance-recovered':
    'Bảng không có cột tổng giải ngân; giải ngân được tính là {formula}: tạm ứng đã thu hồi không tính hai lần. Hãy kiểm tra trước khi nộp.',
  'recovered-more':
    'Ô {cell}: thu hồi tạm ứng {recovered} đồng lớn hơn tạm ứng {advance} đồng của dòng. Số tạm ứng chưa thu hồi không thể âm; hãy kiểm tra lại.',
  'column-missing':
    'Bảng ở trang “{sheet}” không có cột nào đọc được là “{field}”. Hãy chọn cột, hoặc sửa tiêu đề cột.',
  'column-unread': 'Cột {columns} có số nhưng không thuộc số liệu cần đọc; bỏ qua.',
  'parts-differ':
    'Cột {total} không bằng tổng các cột {columns} ở phần lớn các dòng; không rõ cột nào là nguồn vốn. Hãy chọn nghĩa của các cột.',
  'other-tables':
    'Trang “{sheet}” có hai bảng đặt cạnh nhau trên cùng các dòng (bảng thứ hai từ ô {cell}). Hãy chuyển bảng thứ hai xuống dưới bảng đầu hoặc sang trang khác, kèm đơn vị tính của nó.',
  'hidden-rows':
    'Trang “{sheet}” có dòng ẩn mang số liệu ({rows}); hệ thống vẫn đọc. Hãy kiểm tra trước khi nộp.',
  'hidden-columns':
    'Trang “{sheet}” có cột ẩn mang số liệu ({columns}); hệ thống vẫn đọc. Hãy kiểm tra trước khi nộp.',
  'hidden-sheet': 'Trang “{sheet}” bị ẩn nhưng có số liệu; hệ thống vẫn đọc. Hãy kiểm tra trước khi nộp.',
  macros:
    'Tệp có macro. Hệ thống không chạy macro, chỉ đọc số liệu; macro vẫn nằm trong tệp gốc và tệp .xlsm đã đánh dấu. Khi mở tệp tải về, chỉ bật macro nếu biết rõ nguồn.',
  'sheet-ignored': 'Trang “{sheet}” là hướng dẫn hoặc ví dụ; không đọc số liệu ở đây.',
  'summary-ignored':
    'Bảng ở trang “{sheet}” là bảng tổng hợp, cùng tổng với bảng chi tiết ở trang “{detail}”; chỉ đọc bảng chi tiết.',
  'subject-ignored':
    'Bảng ở trang “{sheet}” nói về nợ đọng, quyết toán, nhu cầu vốn…, không phải báo cáo; không đọc số liệu ở đây.',
  'copy-ignored': 'Trang “{sheet}” không được tính, theo lựa chọn khi nộp.',
  'earlier-ignored':
    'Trang “{sheet}” là số liệu kỳ khác ({dates}) của các dự án ở trang “{other}”; chỉ đọc trang “{other}”. Hãy kiểm tra trước khi nộp.',
  'basis-ignored': 'Bảng ở trang “{sheet}” là {kind}; theo lựa chọn khi nộp, không đọc ở đây.',
  'clearance-order':
    '“{project}”: {more} ({moreValue}) lẽ ra không nhỏ hơn {less} ({lessValue}). Hãy kiểm tra ô {cell}.',
  'clearance-beyond':
    '“{project}”: {less} ({lessValue}) không thể lớn hơn {more} ({moreValue}). Hãy sửa số ở ô {cell}, hoặc ghi rõ tiêu đề nếu cột không phải {less}.',
  'count-not-a-number': 'Ô {cell} ghi “{value}”, không phải số. Hãy gõ số, hoặc “-” nếu bằng 0.',
  'legacy-font':
    'Trang “{sheet}” dùng phông cũ {font}; hệ thống đã chuyển sang Unicode, ví dụ “{value}”. Hãy kiểm tra tên dự án.',
  'kinds-mixed':
    'Tệp có cả báo cáo của đơn vị và của Kho bạc. Hãy chọn loại nộp lần này; loại kia nộp thành tệp riêng.',
  'kind-unclear':
    'Bảng ở trang “{sheet}” có cả số hộ, mặt bằng và cột vốn: là vốn của dự án (đọc cả giải ngân và giải phóng mặt bằng) hay là kinh phí bồi thường? Hãy chọn.',
  'subject-unclear':
    'Bảng ở trang “{sheet}” nói về nợ đọng, quyết toán, nhu cầu vốn… nhưng có cả cột kế hoạch vốn. Bảng này có phải số liệu nộp không? Hãy chọn.',
  'kind-impossible':
    'Khi nộp đã chọn “{chosen}”, nhưng bảng ở trang “{sheet}” không có số liệu của loại đó. Hãy chọn loại đúng.',
  'office-differs':
    'Đầu văn bản ghi “{named}”, nhưng đơn vị gửi là “{own}”. Nếu gửi nhầm tệp, hãy rút lại và gửi đúng tệp; nếu đúng là số liệu của “{own}”, hãy nêu lý do.',
  'no-table':
    'Không thấy bảng nào có tên dự án và số vốn, giải ngân hay giải phóng mặt bằng. Hãy dùng biểu mẫu, hoặc kiểm tra lại tệp.',
  'not-a-workbook':
    'Tệp không phải là bảng tính Excel, bảng dạng văn bản (.csv) hay trang web có bảng. Hãy lưu lại dạng .xlsx rồi nộp.',
  'text-separator':
    'Tệp văn bản (.csv) không rõ các ô cách nhau bằng dấu phẩy, dấu chấm phẩy hay tab. Hãy ghi thêm dòng đầu “sep=;” (hoặc “sep=,”), hoặc lưu lại dạng .xlsx, rồi nộp.',
  'page-without-table':
    'Tệp là một trang web không có bảng nào, có thể là trang đăng nhập hoặc báo lỗi của phần mềm xuất tệp. Hãy xuất lại tệp rồi nộp.',
  password: 'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu (Tệp → Thông tin → Bảo vệ) rồi nộp lại.',
  damaged: 'Tệp bị hỏng, không đọc được đầy đủ. Hãy mở bằng Excel, lưu thành tệp mới rồi nộp lại.',
  'text-encoding':
    'Bảng mã ký tự của tệp không đúng như tệp khai, nên không đọc được đầy đủ. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nộp.',
  'limit-file-size': 'Tệp lớn hơn {most} MB. Hãy xóa các trang, hình và dòng thừa rồi nộp lại.',
  'limit-sheets': 'Tệp có hơn {most} trang tính. Hãy xóa các trang thừa rồi nộp lại.',
  'limit-cells': 'Tệp có hơn {most} ô có nội dung hoặc ô gộp. Hãy xóa các trang và dòng thừa rồi nộp lại.',
  'limit-place':
    'Bảng có ô nằm ngoài trang tính của Excel (quá {most} dòng hoặc cột). Hãy lưu lại dạng .xlsx rồi nộp.',
  'limit-content':
    'Nội dung nén trong tệp lớn hoặc phức tạp bất thường so với một báo cáo. Hãy chép bảng sang tệp Excel mới rồi nộp lại.',
  'limit-effort':
    'Đọc tệp quá lâu hoặc tốn quá nhiều bộ nhớ. Hãy xóa các trang, hình và dòng thừa, hoặc chép bảng sang tệp Excel mới, rồi nộp lại.',
  'file-unreadable': 'Không mở được tệp ({detail}). Hãy kiểm tra tên tệp, đường dẫn và quyền đọc tệp.',
};
