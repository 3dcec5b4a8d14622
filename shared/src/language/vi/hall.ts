/**
 * What the screens of the hall say, in Vietnamese. Short, polite and readable from the last row; no number is made here:
 * figures arrive as text that is already in the reader's notation.
 */

/** Whole seconds as people say them: `80` → "1 phút 20 giây". */
function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} giây`
  return rest === 0 ? `${minutes} phút` : `${minutes} phút ${rest} giây`
}

export const hallWords = {
  duration,
  pageTitle: 'Bảng điểm',
  listOf: (names: readonly string[]) => names.join(', '),

  startsSoon: 'Chương trình sắp bắt đầu',
  startsSoonHint: 'Kính mời quý vị ổn định chỗ ngồi.',
  goesOn: 'Chương trình sẽ tiếp tục trong ít phút',
  goesOnHint: 'Cảm ơn quý vị đã chờ.',

  lineUp: 'Thứ tự dự thi',
  teamOf: (place: number, of: number) => `Đội thi thứ ${place} / ${of}`,
  upTo: (points: string) => `tối đa ${points} điểm`,

  onStage: 'Đang thi',
  timeLeft: 'còn lại',
  timeUsed: 'đã thi',
  timeOver: 'quá giờ',
  timeStands: 'đồng hồ đang dừng',
  timeLimit: (seconds: number) => `Thời gian quy định ${duration(seconds)}`,

  marking: 'Ban Giám khảo đang chấm điểm',
  sheetsIn: 'phiếu đã nộp',
  allSheetsIn: 'Đã đủ phiếu chấm',
  performedFor: (seconds: number) => `Thời gian thi ${duration(seconds)}`,

  score: 'Điểm phần thi',
  outOf: (maximum: string) => `trên ${maximum} điểm`,
  correction: 'điều chỉnh',
  noScore: 'Chưa có điểm',
  noScoreHint: 'Không có giám khảo chấm đội thi này ở phần thi này.',
  overtime: (points: string, seconds: number) => `trừ ${points} · quá ${duration(seconds)}`,
  undertime: (points: string, seconds: number) => `trừ ${points} · thiếu ${duration(seconds)}`,
  deduction: (points: string, reason: string) => (reason ? `trừ ${points} · ${reason}` : `trừ ${points}`),
  bonus: (points: string, reason: string) => (reason ? `cộng ${points} · ${reason}` : `cộng ${points}`),

  roundStandings: 'Điểm phần thi',
  interimStandings: 'Bảng xếp hạng tạm thời',
  finalStandings: 'Kết quả chung cuộc',
  /** Of a stage that another one follows. */
  stageStandings: 'Kết quả',
  countedRounds: (rounds: string) => `Tính đến: ${rounds}`,
  noRows: 'Chưa có điểm nào được công bố',
  noRowsHint: 'Điểm của các đội sẽ hiện ở đây khi được công bố.',
  page: (page: number, pages: number) => `Trang ${page} / ${pages}`,

  rank: (rank: number) => `Hạng ${rank}`,
  sharedRank: (rank: number) => `Đồng hạng ${rank}`,
  sharedRankNote: (rank: number) => `đồng hạng ${rank}`,
  unranked: 'chưa xếp hạng',
  decidedByRound: (round: string) => `hơn nhờ ${round}`,
  decidedByCriterion: (round: string) => `hơn nhờ điểm tiêu chí của ${round}`,
  decidedByReason: (reason: string) => `xếp theo quyết định: ${reason}`,
  /** Rules that a sentence of their own explains best; others are told by their round or reason. */
  decidedByRule: {
    rounds: 'hơn nhờ tổng điểm một số phần thi',
    countback: 'hơn nhờ số điểm cao hơn',
    'head-judge': 'hơn nhờ điểm của Trưởng Ban Giám khảo',
    deductions: 'hơn nhờ ít điểm trừ hơn',
    time: 'hơn nhờ thời gian thi',
    question: 'hơn nhờ câu hỏi phụ',
    lot: 'xếp theo kết quả bốc thăm',
    'majority-rounds': 'hơn nhờ thứ hạng ở các phần thi',
    'majority-marks': 'hơn nhờ đa số giám khảo',
  } as Readonly<Record<string, string>>,
  decided: 'xếp theo thể lệ khi bằng điểm',
  group: (name: string) => (/^(?:bảng|cụm|khối|nhóm)\s/i.test(name) ? name : `Bảng ${name}`),
  left: { withdrawn: 'đã rút', disqualified: 'bị loại' },
  qualifiers: 'Các đội vào vòng trong',
  sideAward: 'Giải phụ',
  rankTotal: 'tổng thứ hạng',
  points: 'điểm',

  ceremony: 'Công bố kết quả',
  announced: 'Đã công bố',

  connectionLost: 'Mất kết nối – đang nối lại',
  /** On a phone whose server is gone, while another one carries it. */
  doNotReload: 'Xin đừng tải lại trang',
  connecting: 'Đang kết nối với máy chủ…',
  connectingHint: 'Màn hình tự hiện khi có kết nối, không cần tải lại trang.',
  noContest: 'Chưa có hội thi nào',
  noContestHint: 'Ban Tổ chức mở bàn điều khiển và tạo hội thi; màn hình này sẽ tự hiện.',
  refused: 'Màn hình này chưa mở được hội thi',
  contestUnknown: (contest: string) =>
    `Máy chủ không có hội thi “${contest}”. Hãy kiểm tra lại đường dẫn của màn hình.`,
  protocolUnsupported: 'Trang này đã cũ. Hãy tải lại trang.',
  refusedHint: 'Hãy mở lại màn hình từ trang chủ của máy chủ.',

  fitTitle: 'Kiểm tra máy chiếu',
  fitFrame: 'Phải thấy trọn cả bốn góc của khung này.',
  fitLabel: 'Cỡ chữ nhỏ nhất: hàng ghế cuối đọc được dòng này.',
  fitName: 'Cỡ tên đội: Đảng bộ xã Ea Ngai',
  fitTotal: 'Cỡ điểm: 92,25',
  fitGreys: 'Phải phân biệt được sáu ô xám.',
  fitThemes: 'Nếu phòng sáng, thêm theme=paper vào đường dẫn.',
}

export type HallWords = typeof hallWords
