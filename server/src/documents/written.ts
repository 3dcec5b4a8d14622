/** What stands in a cell as people read it. */
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Content } from './paper.ts'

export function written(content: Content, language: Language): string {
  if (content === null || typeof content === 'string') return content ?? ''
  return showDecimal(content.number, language, content.decimals)
}
