/**
 * What the first second can do without: English, and the sentences that tell refusals. It is a file of its own, fetched right after the
 * page has begun, so that an old phone on a slow Wi-Fi shows its sheet sooner.
 */
import { common } from '@bang-diem/shared/language/en/common.ts'
import { judgeWords } from '@bang-diem/shared/language/en/judge.ts'
import { tellRefusal } from '@bang-diem/shared/language/refusals.ts'

export const later = { english: { common, judge: judgeWords }, tellRefusal }
