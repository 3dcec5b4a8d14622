/**
 * The words of the judge's phone: short and polite, and a way out in every sentence that says no. Phrases only: what is said when is
 * decided by the page.
 */
export const judgeWords = {
  page: 'Phiếu chấm điểm',
  judge: 'Giám khảo',
  headJudge: 'Trưởng Ban Giám khảo',

  entry: {
    title: 'Xin mở liên kết hoặc quét mã QR của giám khảo',
    text: 'Mỗi giám khảo có một mã riêng do Ban Tổ chức phát. Quét mã bằng máy ảnh của điện thoại là vào được ngay.',
    code: 'Hoặc nhập mã, dán liên kết vào đây',
    open: 'Vào chấm điểm',
    opening: 'Đang mở phiếu chấm…',
    unreadable: 'Chưa nhận ra mã này. Xin chép lại cả dòng, hoặc quét lại mã QR.',
    unknown: 'Mã này không còn dùng được. Xin Ban Tổ chức cấp mã mới.',
    notJudge: 'Mã này không phải của giám khảo. Xin mở ở bàn điều khiển.',
    unreachable: 'Chưa nối được với máy chủ. Xin kiểm tra Wi-Fi của hội trường rồi thử lại.',
    toConsole: 'Đến bàn điều khiển',
    again: 'Thử lại',
  },

  waiting: {
    connecting: 'Đang nối với máy chủ…',
    title: 'Chờ người dẫn chương trình',
    text: 'Phiếu chấm sẽ tự mở khi đội thi được gọi lên sân khấu.',
    comingUp: 'Chuẩn bị thi',
    comingUpText: 'Phiếu mở khi đội bắt đầu phần thi.',
    done: 'Đã chấm xong',
    doneText: 'Mọi phiếu của quý vị đã được ghi. Xin cảm ơn.',
    doneReceived: 'Máy chủ đã nhận mọi phiếu và đang ghi. Xin giữ trang này mở đến khi đèn báo “đã ghi”.',
  },

  list: {
    title: 'Phiếu của tôi',
    count: (submitted: number, total: number) => `Đã nộp ${submitted}/${total} phiếu`,
    left: (count: number) => (count === 0 ? 'không còn phiếu nào' : `còn ${count} phiếu`),
    empty: 'Các phiếu đã mở sẽ hiện ở đây, kèm biên nhận khi đã nộp.',
    unsubmitted: 'Phiếu chưa nộp',
    onStage: 'Đang thi',
    open: 'Mở phiếu',
    filled: (filled: number, all: number) => `đã chấm ${filled}/${all} tiêu chí`,
    back: 'Danh sách',
    calledElsewhere: (team: string) => `Đang gọi: ${team}`,
    keepsMarks: 'Điểm đang ghi ở phiếu này vẫn được giữ.',
    otherOpen: (count: number) => `${count} phiếu khác chưa nộp`,
  },

  status: {
    marking: 'chưa nộp',
    reopened: 'được mở lại',
    sending: 'đang gửi',
    received: 'đã nhận, chờ ghi',
    recorded: 'đã nộp',
    closed: 'đã đóng',
    excused: 'không chấm',
  },

  sheet: {
    criteria: 'Các tiêu chí',
    scale: (min: string, max: string) => `${min} – ${max}`,
    bounds: (min: string, max: string, step: string) => `từ ${min} đến ${max}, bước ${step}`,
    weight: (weight: string) => `hệ số ${weight}`,
    above: (max: string, bounds: string) => `Cao nhất là ${max} (${bounds})`,
    below: (min: string, bounds: string) => `Thấp nhất là ${min} (${bounds})`,
    offStep: (bounds: string) => `Xin ghi điểm ${bounds}`,
    notANumber: (bounds: string) => `Xin ghi bằng số ${bounds}`,
    total: 'Tổng',
    left: (count: number) => `còn ${count} tiêu chí`,
    wrong: (count: number) => `${count} điểm cần sửa`,
    submit: 'Nộp phiếu',
    ready: 'đã đủ điểm',
    nothingToMark: 'Phần thi này do Tổ thư ký ghi điểm, giám khảo không phải chấm.',
    formMissing: 'Đang tải phiếu chấm…',
    draftLost: 'Điện thoại này không giữ được bản nháp: xin đừng tải lại trang trước khi nộp.',
    reopenedNote: 'Phiếu được mở lại. Điểm đã nộp ở dưới đây, xin sửa rồi nộp lại.',
    closedNote:
      'Phiếu đã đóng vì điểm của đội đã được công bố hoặc kết quả đã được xác nhận. Xin báo Tổ thư ký nếu cần.',
    excusedNote: 'Quý vị không chấm đội này',
    notCounted: 'Điểm còn trên máy này, không được tính:',
    noMarks: 'Chưa ghi điểm nào.',
  },

  keypad: {
    name: 'Bàn phím điểm',
    point: ',',
    erase: 'Xóa',
    next: 'Tiếp',
    done: 'Xong',
  },

  confirm: {
    title: 'Xem lại trước khi nộp',
    text: 'Nộp rồi phiếu sẽ khóa. Muốn sửa phải xin mở lại.',
    total: 'Tổng điểm của phiếu',
    submit: 'Đúng, nộp phiếu',
    back: 'Sửa lại',
  },

  submitted: {
    stored: 'Điểm đã nằm an toàn trên máy này và sẽ tự gửi khi có kết nối. Xin giữ trang này mở.',
    sending: 'Đang gửi đến máy chủ.',
    received: 'Máy chủ đã nhận phiếu và đang ghi. Xin giữ trang này mở đến khi đèn báo “đã ghi”.',
    recorded: 'Phiếu đã được ghi và khóa.',
  },

  reopen: {
    ask: 'Xin mở lại phiếu',
    title: 'Xin mở lại phiếu',
    text: 'Trưởng Ban Giám khảo sẽ duyệt. Điểm đã nộp vẫn giữ nguyên cho đến khi quý vị nộp lại.',
    reasons: ['Ghi nhầm điểm', 'Nhầm đội thi', 'Chấm sót tiêu chí'],
    send: 'Gửi yêu cầu',
    waiting: 'Đã xin mở lại, đang chờ duyệt',
    declined: 'Yêu cầu mở lại không được chấp thuận',
  },

  recuse: {
    ask: 'Không chấm đội này',
    title: 'Không chấm đội này',
    text: 'Đội này sẽ được tính điểm theo các giám khảo còn lại. Lý do được ghi vào biên bản.',
    reasons: ['Có liên quan đến đội thi', 'Đến muộn, không xem đủ phần thi', 'Vắng mặt khi đội thi'],
    send: 'Xác nhận không chấm',
  },

  reason: {
    label: 'Lý do',
    placeholder: 'Hoặc ghi lý do khác',
    missing: 'Xin cho biết lý do',
    cancel: 'Thôi',
    sending: 'Đang gửi…',
  },

  refused: {
    submitSheet: (team: string) => `Phiếu của ${team} chưa được ghi`,
    recuse: (team: string) => `Chưa ghi được việc không chấm ${team}`,
    requestReopen: (team: string) => `Chưa gửi được yêu cầu mở lại phiếu của ${team}`,
    kept: 'Điểm vẫn còn nguyên trên máy này.',
    dismiss: 'Đã hiểu',
    toSheet: 'Mở phiếu',
    advice: {
      correct: 'Xin sửa lại rồi nộp lần nữa.',
      retry: 'Xin thử lại sau giây lát.',
      secretary: 'Xin báo Tổ thư ký để được giúp.',
      organiser: 'Xin báo Ban Tổ chức để được cấp mã mới.',
    },
  },

  shortLamp: { refused: 'chưa được ghi', unstored: 'chưa lưu được', received: 'chờ ghi' },

  connection: {
    lostNote: 'Mất kết nối. Quý vị cứ chấm tiếp: điểm được giữ trên máy và sẽ tự gửi.',
    /** The page lives on another hub while its own address is dead; `address` is that hub's, `192.168.1.11:8080`. */
    refugeNote: (address: string) =>
      `Máy chủ ban đầu đã tắt, trang đang chạy qua ${address}. Quý vị cứ chấm tiếp, xin đừng tải lại trang.`,
  },

  seat: {
    takenOver: 'Phiếu chấm này đang mở trên một máy khác',
    takenOverText: 'Điểm đã nộp từ máy này vẫn được gửi. Muốn chấm tiếp tại đây, xin bấm nút bên dưới.',
    useThisPhone: 'Dùng máy này',
    rejoining: 'Đang chuyển về máy này…',
    rejoinFailed: 'Chưa chuyển được. Xin quét lại mã QR của giám khảo.',
    newCode: 'Nhập mã mới',
    revoked: 'Mã của máy này đã bị thu hồi',
    revokedText: 'Điểm đã ghi vẫn còn trên màn hình này. Xin Ban Tổ chức cấp mã mới rồi quét lại.',
    unknown: 'Máy chủ chưa nhận ra máy này',
    unknownText: 'Điểm đã ghi vẫn còn trên máy và sẽ tự gửi khi vào lại được. Quý vị cứ chấm tiếp.',
    comeBack: 'Vào lại',
    comingBack: 'Đang tự vào lại…',
    codeUnknown: 'Mã của máy này không còn dùng được',
    refused: 'Máy chủ không nhận trang này',
    rules: 'Thể lệ chấm điểm',
    headDesk: 'Bàn Trưởng Ban Giám khảo',
    headDeskText: 'Duyệt yêu cầu, phân định đồng hạng, xác nhận kết quả',
  },

  settings: {
    title: 'Tùy chọn',
    open: 'Tùy chọn',
    close: 'Đóng tùy chọn',
    dark: 'Nền tối',
    language: 'Ngôn ngữ',
    vietnamese: 'Tiếng Việt',
    english: 'English',
    awake: 'Giữ màn hình sáng',
    awakeText: 'Nếu màn hình vẫn tự tắt, xin chỉnh thời gian chờ trong phần cài đặt của điện thoại.',
  },
}
