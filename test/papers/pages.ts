/** The words of a PDF without what stands in the margins of its pages, and the foots themselves, which say what the paper was made from. */
import { comparable } from './account.ts'
import type { Language } from './numbers.ts'

/** How a foot begins. */
const begins: Readonly<Record<Language, RegExp>> = {
  vi: /^(?:Phiên bản \d+( ·|, chưa)|Chưa xác nhận kết quả|Sổ ghi đến)/,
  en: /^(?:Version \d+( ·|, not certified)|Result not certified|Ledger up to)/,
}

export interface ReadPages {
  readonly words: readonly string[]
  /** One a page; null where a page has none. */
  readonly foots: readonly (string | null)[]
}

export function readPages(pages: readonly string[], language: Language): ReadPages {
  const cut = pages.map((page, index) => withoutMargins(page.normalize('NFC'), index + 1, language))
  return {
    words: cut.flatMap(({ body }) => comparable(body, language)),
    foots: cut.map(({ foot }) => foot),
  }
}

function withoutMargins(page: string, number: number, language: Language): { body: string; foot: string | null } {
  const lines = page.split('\n').map((line) => line.trim())
  const at = lines.findLastIndex((line) => begins[language].test(line))
  const body = at < 0 ? lines : lines.slice(0, at)
  // A number at the top of a page comes before what stands on it, or after.
  const [top, bottom] = number > 1 ? [body[0] === String(number), body.at(-1) === String(number)] : [false, false]
  return {
    body: mended((top ? body.slice(1) : bottom ? body.slice(0, -1) : body).join('\n')),
    foot: at < 0 ? null : mended(lines.slice(at).join(' ')),
  }
}

/** A receipt that the end of a line has parted. */
function mended(text: string): string {
  return text.replace(/(\d-)\s+(?=[0-9A-F]{4,16}\b)/g, '$1')
}
