/** Words that every paper has: its foot, its state, what has changed, who signs. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  secretary: 'TỔ THƯ KÝ',
  judge: 'GIÁM KHẢO',
  head: 'TRƯỞNG BAN GIÁM KHẢO',
  chair: 'XÁC NHẬN CỦA TRƯỞNG BAN TỔ CHỨC',
  sign: '(Ký, ghi rõ họ tên)',
  version: (version: number, when: string, head: string) =>
    `Phiên bản ${version} · kết quả xác nhận lúc ${when} · bản ghi ${head}`,
  uncertified: (head: string, when: string) => `Chưa xác nhận kết quả · sổ ghi đến ${head} · in lúc ${when}`,
  reopened: (next: number, head: string, when: string) =>
    `Phiên bản ${next}, chưa xác nhận (đã mở lại sau phiên bản ${next - 1}) · sổ ghi đến ${head} · in lúc ${when}`,
  printed: (head: string, when: string) => `Sổ ghi đến ${head} · in lúc ${when}`,
  changes: {
    title: (before: number) => `Thay đổi so với phiên bản ${before}`,
    why: (version: number, when: string, reason: string) =>
      `Phiên bản ${version} đã được mở lại lúc ${when}. Lý do: ${reason}`,
    none: 'Không có số liệu hay giải thưởng nào thay đổi.',
    rank: (before: string, now: string) => `hạng ${before} → ${now}`,
    total: (before: string, now: string) => `tổng điểm ${before} → ${now}`,
    round: (round: string, before: string, now: string) => `${round} ${before} → ${now}`,
    award: (before: string, now: string) => `giải thưởng: ${before} → ${now}`,
    won: (award: string) => `thêm ${award}`,
    lost: (award: string) => `không còn ${award}`,
    left: { withdrawn: 'rút khỏi hội thi', disqualified: 'bị loại' },
    nothing: 'không có',
  },
}

const en = {
  secretary: 'THE SECRETARIES',
  judge: 'JUDGE',
  head: 'HEAD JUDGE',
  chair: 'CONFIRMED FOR THE ORGANISERS',
  sign: '(Signature and full name)',
  version: (version: number, when: string, head: string) =>
    `Version ${version} · result certified at ${when} · record ${head}`,
  uncertified: (head: string, when: string) => `Result not certified · ledger up to ${head} · printed at ${when}`,
  reopened: (next: number, head: string, when: string) =>
    `Version ${next}, not certified (opened again after version ${next - 1}) · ledger up to ${head} · printed at ${when}`,
  printed: (head: string, when: string) => `Ledger up to ${head} · printed at ${when}`,
  changes: {
    title: (before: number) => `What has changed since version ${before}`,
    why: (version: number, when: string, reason: string) =>
      `Version ${version} was opened again at ${when}. Reason: ${reason}`,
    none: 'No figure and no award has changed.',
    rank: (before: string, now: string) => `rank ${before} → ${now}`,
    total: (before: string, now: string) => `total ${before} → ${now}`,
    round: (round: string, before: string, now: string) => `${round} ${before} → ${now}`,
    award: (before: string, now: string) => `award: ${before} → ${now}`,
    won: (award: string) => `now wins ${award}`,
    lost: (award: string) => `no longer wins ${award}`,
    left: { withdrawn: 'withdrew', disqualified: 'was disqualified' },
    nothing: 'none',
  },
}

export const commonWords: InBoth<typeof vi> = { vi, en }
export type CommonWords = typeof vi
