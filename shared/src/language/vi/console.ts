/**
 * The words of the staff's page that every desk shares, whoever they are. Each desk's own words stand beside this file.
 * Phrases only: what is said when is decided by the desks.
 */
export const consoleWords = {
  product: 'Bảng Điểm',
  page: 'Bàn điều khiển',
  desks: {
    mc: 'Người dẫn chương trình',
    secretary: 'Tổ thư ký',
    head: 'Trưởng Ban Giám khảo',
    organiser: 'Ban Tổ chức',
  },
  otherLanguage: 'English',
  close: 'Đóng',
  cancel: 'Thôi',
  save: 'Lưu',
  back: 'Quay lại',
  reason: 'Lý do',
  reasonHint: 'Ghi ngắn gọn, sẽ in vào biên bản',
  holdTo: (act: string) => `Giữ để ${act}`,
  moveUp: (name: string) => `Đưa ${name} lên`,
  moveDown: (name: string) => `Đưa ${name} xuống`,
  decimalNeeded: 'Nhập số, ví dụ 8,25',
  timeNeeded: 'Nhập phút:giây, ví dụ 4:35',
  sections: 'Các mục',
  explanation: {
    why: 'Vì sao?',
    title: (team: string) => `Điểm và thứ hạng: ${team}`,
    failed: 'Chưa lấy được cách tính. Kiểm tra kết nối rồi mở lại.',
  },

  opening: 'Đang mở bàn làm việc…',
  welcome: {
    title: 'Bàn điều khiển hội thi',
    text: 'Trang này mở bằng liên kết riêng của từng người. Hãy bấm vào liên kết, hoặc quét mã QR mà Ban Tổ chức đã gửi.',
    paste: 'Dán liên kết hoặc khóa của Ban Tổ chức',
    open: 'Mở',
    unreadable: 'Không nhận ra liên kết này. Hãy chép lại cả dòng, từ “http” đến hết.',
    judge: 'Liên kết này là của giám khảo. Hãy mở trên trang chấm điểm.',
    openJudge: 'Đến trang chấm điểm',
    failed: 'Chưa mở được',
    again: 'Thử lại',
    forget: 'Dùng liên kết khác',
  },

  health: {
    live: 'Đã kết nối',
    connecting: 'Đang kết nối…',
    lost: 'Mất kết nối – đang nối lại',
    refused: 'Không vào được',
    ledgerFine: 'Sổ ghi bình thường',
    warnings: {
      'disk-full': 'Ổ đĩa máy chủ đã đầy, sổ ghi chưa lưu được. Đừng tắt máy chủ; báo người phụ trách máy.',
      'read-only': 'Máy chủ không được phép ghi vào ổ đĩa. Đừng tắt máy chủ; báo người phụ trách máy.',
      'input-output': 'Ổ đĩa máy chủ bị lỗi, sổ ghi chưa lưu được. Đừng tắt máy chủ; báo người phụ trách máy.',
      'not-answering': 'Sổ ghi chưa trả lời. Đừng tắt máy chủ; báo người phụ trách máy.',
      'out-of-memory': 'Máy Redis hết bộ nhớ, sổ ghi chưa lưu được. Đừng tắt máy chủ; báo người phụ trách máy.',
      'not-allowed': 'Redis không cho máy chủ này ghi. Kiểm tra REDIS_URL; báo người phụ trách máy.',
      'ledger-behind': 'Sổ ghi cũ hơn biên nhận của giám khảo. Tạm dừng, báo người phụ trách máy.',
      'ledger-forked': 'Sổ ghi đã đi theo một chuỗi khác. Máy chủ khởi động lại từ sổ ghi; báo người phụ trách máy.',
      'ledger-not-persisting': 'Redis không lưu xuống đĩa: mất điện là mất điểm. Báo người phụ trách máy.',
      'ledger-without-replica': 'Redis không còn bản sao nào. Điểm vẫn được nhận; báo người phụ trách máy.',
      'contest-moved':
        'Hội thi đang được chuyển hoặc đã chuyển sang máy khác; ở đây không ghi thêm nữa. Báo người phụ trách máy.',
      'mirror-failing': 'Bản sao trên USB không ghi được; sổ ghi chính vẫn tốt. Kiểm tra USB rồi cắm lại.',
      'backup-failing':
        'Không tạo được bản sao lưu; sổ ghi chính vẫn tốt. Báo người phụ trách máy xem ổ đĩa còn chỗ không.',
    } as Readonly<Record<string, string>>,
    warningUnknown: (code: string) => `Máy chủ báo: ${code}`,
  },
  /** The desk lives on another hub while its own address is dead; `address` is that hub's, `192.168.1.11:8080`. */
  refuge: {
    text: (address: string) => `Máy chủ ban đầu đã tắt, trang đang chạy qua ${address}. Đừng tải lại trang này.`,
    open: 'Mở bàn này tại máy chủ mới',
  },
  takenOver: {
    title: 'Bàn này đang mở trên máy khác',
    text: 'Máy này chỉ còn xem được.',
    take: 'Dùng máy này',
  },
  unknown: {
    text: 'Máy chủ chưa nhận ra máy này. Trang đang tự vào lại bằng liên kết đã mở.',
    comeBack: 'Vào lại',
    comingBack: 'Đang tự vào lại…',
    linkUnknown: 'Liên kết đã mở không còn dùng được. Hãy xin Ban Tổ chức liên kết mới.',
  },
  outcome: {
    received: 'Máy chủ đã nhận, đang chờ ghi…',
    receivedOnly: 'Máy chủ đã nhận, nhưng mất kết nối trước khi báo đã ghi. Hãy nhìn lại màn hình khi có kết nối.',
    recorded: (receipt: string) => `Đã ghi · biên nhận ${receipt}`,
    noConnection: 'Chưa gửi: không có kết nối với máy chủ.',
    noAnswer: 'Máy chủ chưa trả lời. Việc này có thể đã được ghi: hãy nhìn lại màn hình trước khi bấm lần nữa.',
    again: 'Gửi lại',
  },
}
