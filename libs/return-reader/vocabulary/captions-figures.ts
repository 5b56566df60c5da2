import { phrases } from './phrase-book';

/** Captions of figures: what is counted. Plans, disbursements, and the many amounts that only look like them. */
export const AMOUNTS_CAPTIONS = {
  planned: phrases(`
    kế hoạch vốn | kế hoạch | kh vốn | kh | khv | vốn kế hoạch | vốn giao | vốn được giao |
    kế hoạch vốn được giao | kế hoạch giao | kế hoạch được giao | vốn phân bổ | số vốn phân bổ | phân bổ |
    vốn bố trí | bố trí vốn | bố trí | đã bố trí | vốn đã bố trí | mức vốn | dự toán giao |
    dự toán được giao | chỉ tiêu kế hoạch | giao vốn | được giao | tổng vốn giao | vốn được phân bổ |
    số vốn được giao | số vốn giao | vốn đã giao | số kế hoạch | tổng kế hoạch | kế hoạch vốn đầu tư |
    kế hoạch vốn đầu tư công | kế hoạch đầu tư công | kế hoạch vốn giao | số vốn bố trí | kh vốn giao |
    kh giao | vốn được bố trí | kế hoạch phân bổ | kế hoạch vốn phân bổ | kế hoạch bố trí |
    kế hoạch vốn bố trí | kế hoạch vốn đã bố trí | kế hoạch vốn đã giao | kế hoạch vốn được bố trí |
    số vốn kế hoạch | vốn được cấp | tổng kế hoạch vốn | tổng số vốn giao | giao đợt này | giao lần này |
    giao vốn đợt này | phân bổ đợt này | bố trí đợt này | kế hoạch vốn được giải ngân |
    kế hoạch được giải ngân | kế hoạch vốn được phép giải ngân | kế hoạch vốn phải giải ngân
  `),
  capital: phrases(`
    vốn | vốn đầu tư | số vốn | tổng vốn | vốn đầu tư công
  `),
  disbursed: phrases(`
    gn kh vốn | gn kh | gn kế hoạch vốn | thanh toán klht và tạm ứng |
    thanh toán khối lượng hoàn thành và tạm ứng | klht và tạm ứng |
    giải ngân | đã giải ngân | gn | đã gn | thanh toán | số thanh toán | đã thanh toán | cấp phát |
    thực chi | giá trị giải ngân | vốn đã giải ngân | số vốn giải ngân | số giải ngân |
    số vốn đã giải ngân | số đã giải ngân | kết quả giải ngân | thực hiện giải ngân | thanh toán vốn |
    giải ngân vốn | giải ngân kế hoạch vốn | vốn giải ngân | giải ngân kế hoạch | tình hình giải ngân |
    tình hình thanh toán | số tiền giải ngân | giá trị thanh toán | số đã thanh toán |
    kế hoạch vốn đã giải ngân | vốn đã thanh toán | tổng giải ngân | giải ngân thanh toán |
    giải ngân thực tế | thực tế giải ngân | kiểm soát thanh toán | đã giải ngân thanh toán |
    số tiền đã giải ngân | giá trị đã giải ngân | giá trị đã thanh toán |
    giải ngân sau khi nộp giảm | giải ngân sau nộp giảm | giải ngân sau khi nộp trả | giải ngân sau nộp trả |
    giải ngân đã trừ nộp giảm | giải ngân trừ nộp giảm | giải ngân sau giảm chi | giải ngân sau khi giảm chi
  `),
  completed: phrases(`
    thanh toán khối lượng hoàn thành | thanh toán klht | klht | thanh toán khối lượng | tt klht |
    tt khối lượng hoàn thành | thanh toán kl hoàn thành | giải ngân khối lượng hoàn thành |
    giải ngân klht | thanh toán klxl hoàn thành | thanh toán kl | tt kl hoàn thành |
    thanh toán khối lượng ht | kl hoàn thành | thanh toán hoàn thành |
    thanh toán giá trị khối lượng hoàn thành
  `),
  work: phrases(`
    khối lượng hoàn thành | khối lượng | giá trị khối lượng hoàn thành | giá trị khối lượng
  `),
  advance: phrases(`
    tạm ứng | tạm ứng chưa thu hồi | tạm ứng theo chế độ chưa thu hồi | tạm ứng theo chế độ | dư tạm ứng |
    số dư tạm ứng | dư nợ tạm ứng | tạm ứng còn lại chưa thu hồi | vốn tạm ứng | tạm ứng còn lại |
    vốn tạm ứng chưa thu hồi | tạm ứng hợp đồng | dư ứng | tạm ứng chưa hoàn ứng | tạm ứng vốn |
    số tạm ứng chưa thu hồi | số tạm ứng
  `),
  'advance-recovered': phrases(`
    thu hồi tạm ứng | hoàn ứng | hoàn tạm ứng | tạm ứng đã thu hồi | đã thu hồi tạm ứng | thu hồi ứng |
    thu hồi vốn tạm ứng | thanh toán tạm ứng | tt tạm ứng | khấu trừ tạm ứng | đã khấu trừ tạm ứng |
    hoàn trả tạm ứng | giảm trừ tạm ứng | đã hoàn ứng | đã hoàn tạm ứng | đã thu hồi ứng | tạm ứng đã hoàn |
    thu hồi tư | hoàn tư | tư đã thu hồi | khấu trừ tư | thu hồi tiền tạm ứng | tạm ứng thu hồi | trừ tạm ứng |
    số tạm ứng đã thu hồi | số đã thu hồi tạm ứng | vốn tạm ứng đã thu hồi | đã thu hồi vốn tạm ứng |
    hoàn vốn tạm ứng | hoàn ứng vốn | thu hồi tạm ứng hợp đồng | thu hồi tạm ứng theo chế độ |
    thu hồi vốn đã tạm ứng | đã khấu trừ vốn tạm ứng | giảm trừ vốn tạm ứng | khấu trừ vốn tạm ứng
  `),
  /** Paid out and given back to the budget, because it was paid wrongly or too much. */
  returned: phrases(`
    nộp giảm | nộp giảm chi | số nộp giảm | đã nộp giảm | nộp giảm cấp phát | nộp giảm thanh toán | giảm chi |
    nộp trả | đã nộp trả | số nộp trả | nộp trả ngân sách | nộp trả nsnn | nộp trả ngân sách nhà nước |
    nộp trả kho bạc | nộp hoàn trả | nộp hoàn trả ngân sách | nộp hoàn trả nsnn | hoàn trả ngân sách |
    hoàn trả nsnn | hoàn trả ngân sách nhà nước | hoàn trả vốn ngân sách | nộp lại ngân sách | nộp ngân sách |
    nộp nsnn | nộp khôi phục | nộp khôi phục dự toán | thu hồi nộp giảm | thu hồi giảm chi |
    thu hồi nộp giảm chi | thu hồi nộp ngân sách | thu hồi nộp nsnn | thu hồi nộp ngân sách nhà nước |
    thu hồi nộp trả ngân sách | thu hồi nộp trả | thu hồi giảm cấp phát | số vốn nộp giảm | vốn nộp giảm |
    số vốn nộp trả | vốn nộp trả | vốn nộp trả ngân sách | số đã nộp giảm | số đã nộp trả | số giảm chi
  `),
  estimate: phrases(`
    ước | ước giải ngân | ước thực hiện | ước thanh toán | dự kiến | dự kiến giải ngân |
    khả năng giải ngân | ước tính | dự ước | ước giải ngân kế hoạch vốn | ước tỷ lệ | dự kiến thanh toán |
    ước th | ước gn | dự kiến gn
  `),
  remaining: phrases(`
    còn lại | chưa giải ngân | còn phải giải ngân | chưa thanh toán | dư vốn | vốn dư | kế hoạch còn lại |
    hủy bỏ | số dư | không giải ngân hết | chưa phân bổ | thừa | thiếu | vốn còn lại | số còn lại |
    vốn chưa giải ngân | kế hoạch vốn còn lại | kế hoạch vốn còn lại chưa giải ngân |
    còn lại chưa giải ngân | số vốn còn lại | còn thiếu | chênh lệch | chưa bố trí | vốn còn thiếu |
    số vốn chưa giải ngân | còn lại phải giải ngân | kinh phí còn lại | hết nhiệm vụ chi |
    kế hoạch vốn chưa giải ngân | còn được giải ngân | kế hoạch vốn còn được giải ngân |
    số vốn còn được giải ngân | kế hoạch còn được giải ngân | còn được thanh toán | còn phải thanh toán |
    không có khả năng giải ngân | còn phải bố trí | không giải ngân được
  `),
  rate: phrases(`
    tỷ lệ | phantram | tỷ lệ giải ngân | so với kế hoạch | so kế hoạch | đạt tỷ lệ | tl | tỉ lệ |
    phần trăm | đạt phantram | tỷ lệ phantram giải ngân | tỷ lệ phantram | phantram giải ngân |
    tl giải ngân | so với kế hoạch vốn | so với kh | tỷ trọng | tỷ lệ gn | tl gn |
    tiến độ giải ngân
  `),
  'total-investment': phrases(`
    tổng mức đầu tư | tmđt | tổng mức | tổng mđt | tổng vốn đầu tư | tổng mức đầu tư được duyệt |
    tổng mức đầu tư dự án | tổng đầu tư | tổng mức vốn đầu tư | tmdt | tổng mức đtư | tổng mức đt
  `),
  'other-amount': phrases(`
    tạm ứng quá hạn | số dư tạm ứng quá hạn | dư tạm ứng quá hạn |
    giá trị hợp đồng | hợp đồng | quyết toán | giá trị quyết toán | nghiệm thu | giá trị nghiệm thu |
    giá trị thực hiện | khối lượng thực hiện | thực hiện | nợ đọng | nợ xdcb | nợ đọng xdcb | nhu cầu |
    nhu cầu vốn | đề nghị | đề xuất | dự toán | dự toán được duyệt | tổng dự toán | giá gói thầu |
    giá trúng thầu | bảo lãnh | thất thoát | kế hoạch giải ngân | cam kết giải ngân | đăng ký giải ngân |
    nhu cầu giải ngân | chỉ tiêu giải ngân | phấn đấu giải ngân | trả nợ | thu hồi ứng trước |
    thu hồi vốn ứng trước | khối lượng nghiệm thu | trả nợ xdcb | trả nợ đọng xdcb |
    giá trị khối lượng thực hiện | khối lượng đã thực hiện | giá trị khối lượng nghiệm thu | đăng ký |
    cam kết | nhu cầu kế hoạch | kế hoạch tiến độ | kế hoạch thực hiện | giá trị còn nợ |
    kế hoạch giải ngân vốn | đề nghị giải ngân | đề nghị thanh toán | số dự án | số lượng |
    đăng ký kế hoạch | giá trị hđ | kế hoạch nghiệm thu | khối lượng hoàn thành nghiệm thu |
    giá trị khối lượng hoàn thành nghiệm thu | dự toán chi tiết | chi phí
  `),
} as const;

/** Captions of land-clearance tables: subjects, stages, blockers. */
export const CLEARANCE_CAPTIONS = {
  household: phrases(`
    hộ | số hộ | hộ dân | tổng số hộ | số hộ dân | tổng số hộ dân | số tổ chức hộ | hộ gia đình |
    số hộ gia đình | hộ gia đình cá nhân | số trường hợp | trường hợp | tổng hộ | số hộ tổ chức |
    hộ tổ chức | số hộ gia đình cá nhân | sl hộ
  `),
  area: phrases(`
    diện tích | dt | diện tích đất | tổng diện tích
  `),
  grave: phrases(`
    mộ | mồ mả | ngôi mộ | số mộ | mộ phải di dời | số mộ phải di dời | số ngôi mộ | mồ mả phải di dời |
    mộ di dời | mồ mả di dời | số mồ mả | số mồ mả phải di dời | số lượng mồ mả | số lượng mộ |
    số mồ mả ảnh hưởng | số mộ ảnh hưởng | số mồ mả bị ảnh hưởng | số mộ bị ảnh hưởng
  `),
  money: phrases(`
    kinh phí | số tiền | giá trị bồi thường | tiền bồi thường | chi phí bồi thường | kinh phí bồi thường |
    giá trị phương án | kinh phí bồi thường hỗ trợ | giá trị bồi thường hỗ trợ | tổng kinh phí |
    tiền bồi thường hỗ trợ | kinh phí gpmb | kinh phí bt gpmb | tổng kinh phí bồi thường | giá trị bt |
    kinh phí bt | kinh phí bồi thường gpmb | kp | kp bồi thường | kp bt | kp gpmb | kp bồi thường hỗ trợ |
    tổng kp | kinh phí bt ht | kp bt ht
  `),
  inventoried: phrases(`
    kiểm đếm | đã kiểm đếm | kiểm kê | đã kiểm kê | kiểm đếm xong
  `),
  approved: phrases(`
    phê duyệt | phê duyệt phương án | duyệt phương án | đã phê duyệt | đã phê duyệt phương án |
    theo phương án | phương án | đã duyệt phương án | được phê duyệt | phương án được duyệt | đã duyệt |
    theo phương án được duyệt | theo phương án được phê duyệt | có phương án được duyệt |
    đã có quyết định phê duyệt phương án
  `),
  paid: phrases(`
    chi trả | đã chi trả | nhận tiền | đã nhận tiền | chi trả tiền | đã chi | đã chi trả tiền |
    đã nhận tiền bồi thường | đã chi trả tiền bồi thường | nhận tiền bồi thường | chi trả bồi thường
  `),
  'handed-over': phrases(`
    bàn giao | bàn giao mặt bằng | đã bàn giao | đã bàn giao mặt bằng | giao mặt bằng | bàn giao mb |
    đã bàn giao mb | đã giao mặt bằng | mặt bằng đã bàn giao | bgmb | đã bgmb | giao mb | đã giao mb |
    nhận bàn giao | đã nhận bàn giao | bàn giao đất | đã bàn giao đất
  `),
  'not-yet': phrases(`
    chưa | còn vướng | vướng | không | chưa bàn giao | chưa chi trả | chưa kiểm đếm | chưa phê duyệt |
    chưa nhận tiền | chưa đồng ý | không đồng ý | còn
  `),
  affected: phrases(`
    ảnh hưởng | bị ảnh hưởng | thu hồi | thu hồi đất | phải thu hồi | bị thu hồi | phải gpmb |
    phải giải phóng | cần thu hồi | bị thu hồi đất | phải giải phóng mặt bằng | phải bồi thường |
    đất thu hồi
  `),
  resettlement: phrases(`
    tái định cư | tđc | bố trí tái định cư | lô | lô tđc | giải tỏa trắng
  `),
  parcel: phrases(`
    thửa | số thửa | thửa đất | km | số km | chiều dài tuyến | số phương án | số quyết định phê duyệt |
    đợt | số đợt
  `),
  blocker: phrases(`
    khó khăn vướng mắc | vướng mắc | khó khăn | tồn tại | nội dung vướng mắc | nguyên nhân |
    tồn tại vướng mắc | khó khăn tồn tại | vướng mắc tồn tại | tồn tại khó khăn vướng mắc |
    nguyên nhân vướng mắc | các vướng mắc | những khó khăn vướng mắc
  `),
  'responsible-unit': phrases(`
    cơ quan chủ trì | cơ quan chủ trì xử lý | đơn vị chủ trì | trách nhiệm | đơn vị xử lý |
    cơ quan xử lý | đơn vị chịu trách nhiệm | cơ quan chịu trách nhiệm | đơn vị thực hiện |
    cơ quan giải quyết | chủ trì | chủ trì xử lý | trách nhiệm xử lý | đơn vị giải quyết |
    cơ quan đơn vị chủ trì | cơ quan thực hiện | trách nhiệm giải quyết | đơn vị chủ trì xử lý |
    cơ quan đơn vị chịu trách nhiệm | cơ quan có trách nhiệm | đơn vị có trách nhiệm |
    thẩm quyền giải quyết | cơ quan đơn vị xử lý | đơn vị chủ trì giải quyết |
    cơ quan chủ trì giải quyết
  `),
  due: phrases(`
    thời hạn | thời hạn hoàn thành | hạn xử lý | hạn hoàn thành | thời gian hoàn thành | thời hạn xử lý |
    hoàn thành trước ngày | thời hạn giải quyết | ngày hoàn thành | hạn giải quyết | thời gian xử lý |
    thời gian giải quyết | hạn | thời hạn thực hiện | hoàn thành trước | thời gian hoàn thành gpmb |
    dự kiến hoàn thành | thời hạn phải hoàn thành
  `),
} as const;
