/** The words about documents: the list at the desks, the presses where one stands, and the code of a blank sheet. */
export const paperWords = {
  title: 'Giấy tờ',
  before: 'Trước hội thi',
  result: (stage: string) => `Kết quả ${stage}`,
  version: (version: number, receipt: string) => `phiên bản ${version} · ${receipt}`,
  formats: { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' },
  /** What a press gives, for who hears the page. */
  press: (title: string, label: string) => `${title}: ${label}`,
  making: 'Đang làm…',
  makingTitle: (title: string) => `Đang làm “${title}”…`,
  opening: 'Đang lấy danh sách giấy tờ…',
  again: 'Lấy lại danh sách',
  number: 'Số văn bản',
  numberHint: 'để trống thì ghi tay',
  notReady: 'Chưa in được',
  lacks: {
    ofTeam: (team: string, what: string) => `${team}: ${what}`,
    uncertified: 'chưa xác nhận kết quả',
    links: 'cần liên kết của giám khảo trên máy này (mục Liên kết)',
    more: (count: number) => `và ${count} việc nữa`,
  },
  /** A sheet by its judge and its team. */
  sheetOf: (judge: string, team: string) => `Phiếu của ${judge}, đội ${team}`,
  here: {
    totals: 'Bảng tổng hợp',
    sheets: 'Phiếu đã chấm',
    sheet: 'In phiếu',
    blank: 'In phiếu trống',
    minutes: 'Biên bản',
    awards: 'Danh sách đạt giải',
    explanation: 'In',
    cards: 'In thẻ giám khảo (PDF)',
    cardsTitle: 'Thẻ giám khảo',
  },
  code: {
    label: 'Quét mã phiếu giấy',
    wrong: {
      unreadable: 'Không nhận ra mã phiếu này. Nếu dùng máy quét, xin tắt bộ gõ tiếng Việt rồi quét lại.',
      foreign: 'Phiếu này của hội thi khác.',
      unknown: 'Hội thi này không có phiếu ấy: phần thi, đội thi hoặc giám khảo không có trong thể lệ.',
    },
  },
  verifier: 'Tệp kiểm tra sổ ghi (mở bằng trình duyệt, không cần mạng)',
}
