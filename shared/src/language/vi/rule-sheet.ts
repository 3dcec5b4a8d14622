/** The words that hold the printed rules of scoring together; the rules themselves say what they do. */
import type { RuleSheetWords } from '../rule-sheet/words.ts'

export const ruleSheetWords: RuleSheetWords = {
  title: 'Thể lệ chấm điểm',
  example: 'Ví dụ',
  panel: (names) => `Giám khảo: ${names}.`,
  wholePanel: (count) => `Giám khảo: cả ban, ${count} người.`,
  groups: (list) => `Giám khảo chia nhóm, lấy trung bình trong nhóm trước: ${list}.`,
  group: (name, judges, weight) => `${name} (${judges})${weight === '1' ? '' : `, hệ số ${weight}`}`,
  order: { listed: 'Thi theo thứ tự trong danh sách.', drawn: 'Thứ tự dự thi theo bốc thăm.' },
  criterion: (title, { min, max, step }, weight) =>
    `${title}: từ ${min} đến ${max} điểm, bước ${step}${weight === '1' ? '' : `, hệ số ${weight}`}`,
  talliedCriterion: (title, max, weight) =>
    `${title}: Tổ thư ký nhập, tối đa ${max} điểm${weight === '1' ? '' : `, hệ số ${weight}`}`,
  maximum: (points, weight) => `Tối đa ${points} điểm${weight === '1' ? '' : `; vào tổng điểm với hệ số ${weight}`}.`,
  factor: (title, min, max) => `Điểm được nhân với ${title} của từng đội, từ ${min} đến ${max}.`,
  factorTitle: 'hệ số',
  time: (limit, minimum) =>
    [limit === '' ? '' : `Thời gian quy định ${limit}.`, minimum === '' ? '' : `Ít nhất ${minimum}.`]
      .filter((text) => text !== '')
      .join(' '),
  undertime: (points) => `Thi ngắn hơn thời gian tối thiểu: trừ ${points} điểm.`,
  excused: 'Giám khảo vắng hoặc không chấm một đội thì không tính là 0 điểm: chỉ tính các phiếu có mặt.',
  deductions:
    'Điểm cộng, điểm trừ tính một lần vào điểm của đội sau khi gộp điểm giám khảo; điểm phần thi không dưới 0.',
  places: 'Tổng điểm và xếp hạng',
  attempts: (rounds, keep) => `Trong các lượt ${rounds}, mỗi đội được tính ${keep} lượt điểm cao nhất.`,
  carried: (stage, weight) => `Mang sang tổng điểm đã xác nhận của ${stage}, hệ số ${weight}.`,
  ownWeight: (weight) => `Điểm của vòng này tính hệ số ${weight}.`,
  separately: { group: 'Xếp hạng riêng trong từng bảng.', category: 'Xếp hạng riêng trong từng hạng mục.' },
  rounding: (place, decimals, mode) => `Làm tròn ${place} đến ${decimals} chữ số thập phân, ${mode}.`,
  roundingPlaces: {
    'clamped-mark': 'điểm kéo về giới hạn',
    criterion: 'điểm từng tiêu chí',
    'weighted-criterion': 'điểm tiêu chí đã nhân hệ số',
    sheet: 'điểm từng phiếu',
    round: 'điểm phần thi',
    total: 'tổng điểm',
  },
  roundingModes: {
    'half-up': 'nửa thì làm tròn lên',
    'half-even': 'nửa thì làm tròn về số chẵn',
    truncate: 'bỏ phần dư',
  },
  nowhereElse: 'Ngoài các chỗ trên không làm tròn ở đâu nữa.',
  compare: {
    rounded: 'Tổng điểm so sánh theo số đã làm tròn, đúng như công bố.',
    exact: 'Tổng điểm so sánh theo số chính xác, chưa làm tròn.',
  },
  ranking: {
    standard: 'Đội bằng nhau cùng hạng, đội kế tiếp lùi hạng: 1 – 2 – 2 – 4.',
    dense: 'Đội bằng nhau cùng hạng, đội kế tiếp liền hạng: 1 – 2 – 2 – 3.',
  },
  entrants: (from, best, perGroup, others) =>
    `Các đội vào vòng này: ${best} đội đứng đầu ${perGroup ? 'mỗi bảng của' : ''} ${from}${others === 0 ? '' : ` và ${others} đội có tổng điểm tốt nhất trong các đội còn lại`}.`.replace(
      '  ',
      ' ',
    ),
  onTie: {
    decide: 'Bằng nhau ở vạch cắt thì Trưởng Ban Giám khảo phân định, có ghi biên bản.',
    all: 'Bằng nhau ở vạch cắt thì tất cả các đội bằng nhau cùng đi tiếp.',
  },
  awards: 'Giải thưởng:',
  ties: 'Khi bằng nhau, xét lần lượt:',
  noTies: 'Khi bằng nhau thì đồng hạng.',
  reveal: {
    live: 'Điểm và thứ hạng tạm thời công bố ngay sau mỗi đội.',
    'after-team': 'Điểm công bố ngay sau mỗi đội.',
    'after-round': 'Điểm công bố sau khi kết thúc mỗi phần thi.',
    ceremony: 'Điểm chỉ công bố tại lễ bế mạc.',
  },
}
