/** What a page says of letters that its typeface does not have. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  missing: 'Một số ký tự không in được (□).',
}

const en = {
  missing: 'Some letters cannot be printed (□).',
}

export const letterWords: InBoth<typeof vi> = { vi, en }
