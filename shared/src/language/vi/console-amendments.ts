/** The words about judges who leave, and about what was changed after it was recorded. */
export const amendmentWords = {
  absence: {
    title: 'Giám khảo rời hội thi',
    leave: 'Rời hội thi',
    leaveTitle: (judge: string) => `Ghi nhận ${judge} rời hội thi?`,
    leaveText:
      'Người này không phải chấm những lượt chưa chấm. Phiếu đã nộp vẫn được tính. Điểm tính trên các phiếu còn lại; không ai bị tính 0 điểm.',
    leaveHold: 'ghi nhận rời hội thi',
    from: 'Thôi chấm',
    fromNow: 'Mọi lượt chưa chấm',
    fromRound: (round: string) => `Từ ${round} trở đi`,
    team: 'Từ đội, theo thứ tự thi',
    firstTeam: 'Từ đội đầu tiên',
    reasons: ['Sức khỏe', 'Việc gia đình', 'Việc cơ quan', 'Đã thay người'],
    away: (reason: string, teams: number) => `Đã rời: ${reason} · không chấm ${teams} lượt`,
    back: 'Chấm lại',
    backTitle: (judge: string) => `Để ${judge} chấm lại?`,
    backText:
      'Hệ thống lại chờ phiếu của những lượt chưa công bố và chưa xác nhận. Lượt được miễn riêng vẫn được miễn.',
    backHold: 'cho chấm lại',
    backReasons: ['Đã trở lại', 'Người mới ngồi vào ghế này'],
  },
  former: {
    title: (count: number) => `Phiếu đã sửa (${count})`,
    sheet: (judge: string, team: string, round: string) => `${judge}: ${team}, ${round}`,
    version: (version: number, time: string, receipt: string) =>
      `Bản ${version} · nộp lúc ${time} · biên nhận ${receipt}`,
    open: 'Bản mới chưa nộp',
    asked: (who: string, time: string, reason: string) => `${who} đề nghị mở lại lúc ${time}: ${reason}`,
    approved: (who: string, time: string) => `${who} duyệt lúc ${time}`,
  },
  marker: (name: string) => `người chấm: ${name}`,
  paper: (entered: string, approved: string) => `${entered} nhập từ phiếu giấy, ${approved} duyệt`,
  settled: (status: string, who: string, time: string) => `${status} · ${who} · ${time}`,
  certified: (version: number) => `bản thứ ${version}`,
  outdated: (stages: string) =>
    `${stages} đã mở lại sau khi kết quả này được xác nhận: điểm mang sang vẫn là của bản cũ. Muốn tính theo bản mới, xin mở lại cả kết quả này.`,
}
