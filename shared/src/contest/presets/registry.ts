/** The presets that the organiser may begin from: a new one is one file and one line here. */
import { danVanKheo } from './dan-van-kheo.ts'
import { hoaGiaiVien } from './hoa-giai-vien.ts'
import { hungBien } from './hung-bien.ts'
import { khieuVu } from './khieu-vu.ts'
import { loaiDiemLech } from './loai-diem-lech.ts'
import type { Preset } from './preset.ts'
import { robotics } from './robotics.ts'
import { tiengHat } from './tieng-hat.ts'
import { timKiemTaiNang } from './tim-kiem-tai-nang.ts'

export const presets: readonly Preset[] = [
  danVanKheo,
  hoaGiaiVien,
  loaiDiemLech,
  timKiemTaiNang,
  tiengHat,
  hungBien,
  robotics,
  khieuVu,
]
