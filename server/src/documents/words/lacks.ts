/** Words of what a document lacks, beside those of refusals. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  more: (count: number) => `và ${count} việc nữa`,
}

const en = {
  more: (count: number) => `and ${count} more`,
}

export const lackWords: InBoth<typeof vi> = { vi, en }
