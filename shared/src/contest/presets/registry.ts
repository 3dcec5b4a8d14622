/** The presets that the organiser may begin from: a new one is one file and one line here. */
import { danVanKheo } from './dan-van-kheo.ts'
import type { Preset } from './preset.ts'

export const presets: readonly Preset[] = [danVanKheo]
