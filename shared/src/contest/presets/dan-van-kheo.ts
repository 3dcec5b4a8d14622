/**
 * Hội thi "Dân vận khéo" as most published regulations run it: chào hỏi, kiến thức (theory tallied by the secretary, a situation
 * marked by the judges), tiểu phẩm; six teams, five judges; the mean of the judges present; one point off for every full minute.
 * Names of teams and judges are placeholders for the organiser to replace.
 */
import type { Preset } from './preset.ts'

const quarter = { min: '0', step: '0.25' }
const overtime = { rule: 'per-minute', points: '1', count: 'full' } as const

export const danVanKheo: Preset = {
  id: 'dan-van-kheo',
  title: { vi: 'Hội thi “Dân vận khéo”', en: '“Dân vận khéo” contest' },
  definition: {
    format: 1,
    id: 'dan-van-kheo',
    title: 'Hội thi “Dân vận khéo”',
    edition: 'lần thứ IV',
    organiser: 'Ban Tổ chức hội thi',
    venue: 'Hội trường lớn',
    language: 'vi',
    papers: { letterhead: 'party' },
    teams: [
      { id: 'ea-ngai', name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai' },
      { id: 'quan-su', name: 'Đảng ủy Quân sự tỉnh', shortName: 'Quân sự tỉnh' },
      { id: 'tay-dang', name: 'Thị trấn Tây Đằng', shortName: 'Tây Đằng' },
      { id: 'cong-an', name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở', shortName: 'Liên quân Công an' },
      { id: 'phu-nu', name: 'Hội Liên hiệp Phụ nữ huyện', shortName: 'Phụ nữ huyện' },
      { id: 'nong-dan', name: 'Hội Nông dân xã Cư Pơng', shortName: 'Nông dân Cư Pơng' },
    ],
    judges: [
      { id: 'gk1', name: 'Giám khảo 1', title: 'Trưởng Ban Giám khảo', head: true },
      { id: 'gk2', name: 'Giám khảo 2' },
      { id: 'gk3', name: 'Giám khảo 3' },
      { id: 'gk4', name: 'Giám khảo 4' },
      { id: 'gk5', name: 'Giám khảo 5' },
    ],
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết xếp hạng',
        rounds: [
          {
            id: 'chao-hoi',
            title: 'Màn chào hỏi',
            maximum: '20',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung giới thiệu', scale: { ...quarter, max: '10' } },
              { id: 'hinh-thuc', title: 'Hình thức thể hiện', scale: { ...quarter, max: '6' } },
              { id: 'trang-phuc', title: 'Trang phục, phong cách', scale: { ...quarter, max: '4' } },
            ],
            time: { limitSeconds: 300, warnSeconds: [60] },
            overtime,
          },
          {
            id: 'kien-thuc',
            title: 'Kiến thức',
            maximum: '30',
            criteria: [
              {
                id: 'ly-thuyet',
                title: 'Lý thuyết (trắc nghiệm)',
                scoredBy: 'secretary',
                scale: { ...quarter, max: '15' },
              },
              { id: 'tinh-huong', title: 'Xử lý tình huống', scale: { ...quarter, max: '15' } },
            ],
            time: { limitSeconds: 300, warnSeconds: [60] },
          },
          {
            id: 'tieu-pham',
            title: 'Tiểu phẩm',
            maximum: '50',
            criteria: [
              { id: 'chu-de', title: 'Chủ đề, ý nghĩa tuyên truyền', scale: { ...quarter, max: '20' } },
              { id: 'kich-ban', title: 'Kịch bản, tình huống dân vận', scale: { ...quarter, max: '15' } },
              { id: 'dien-xuat', title: 'Diễn xuất', scale: { ...quarter, max: '10' } },
              { id: 'dao-cu', title: 'Đạo cụ, âm thanh, hóa trang', scale: { ...quarter, max: '5' } },
            ],
            time: { limitSeconds: 600, warnSeconds: [120, 60] },
            overtime,
          },
        ],
        tieBreaks: [{ by: 'round', round: 'tieu-pham' }, { by: 'round', round: 'kien-thuc' }, { by: 'decision' }],
        reveal: 'after-team',
      },
    ],
  },
}
