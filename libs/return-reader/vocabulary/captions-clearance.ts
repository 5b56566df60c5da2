import { phrases } from './phrase-book';

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
