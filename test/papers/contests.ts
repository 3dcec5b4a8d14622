/**
 * Random contests for papers: every rule that a definition may have, in texts without a digit, so that every number on a paper is one that somebody
 * gave or that was worked out. Each follows from its number.
 */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { randomDefinition } from '../definitions/random-definition.ts'
import { type Dice, diceOf } from '../oracle/dice.ts'

/** Words of names: no two begin alike, and none is a word of the papers. */
const words = [
  'An Khê',
  'Bích Trâm',
  'Cẩm Giang',
  'Đắk Ơ',
  'Êa Súp',
  'Gò Ổi',
  'Hạ Lũng',
  'Ía Pết',
  'Krông Năng',
  'Lạc Thủy',
  'Mỹ Xuyên',
  'Nà Hẩu',
  'Ô Quy',
  'Phú Ngữ',
  'Quỳnh Lưu',
  'Rạch Ráng',
  'Sơn Trạch',
  'Tuần Giáo',
  'Ưng Hòa',
  'Vĩnh Ẩn',
  'Xuân Lộc',
  'Yên Bằng',
  'Ái Quốc',
  'Bảo Ý',
  'Chư Prông',
  'Diễn Kỷ',
  'Giục Tượng',
  'Hương Sơn',
  'Kỳ Ảnh',
  'Lý Sơn',
] as const

/** Texts that people read, by the key that they stand under. Everything else is an id, a number or a choice. */
const readKeys = new Set([
  'name',
  'title',
  'shortName',
  'unit',
  'group',
  'category',
  'edition',
  'organiser',
  'venue',
  'parent',
  'issuer',
  'place',
  'symbol',
  'secretary',
  'chair',
  'right',
])

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The contest of this number, ready to be played. */
export function randomContest(number: number): Definition {
  const json: Json = JSON.parse(JSON.stringify(randomDefinition(number)))
  const named = isRecord(json) ? { ...json, id: `hoi-thi-${number}` } : json
  const dice = diceOf(number)
  const parsed = parseDefinition(tamed(dice, renamed(named, '', namesFor(dice))))
  if (!parsed.ok) throw new Error(`contest ${number}: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

/** Each text gets a name of its own; the same text under the same key, such as a group, the same one. */
function namesFor(dice: Dice): (key: string, text: string) => string {
  const order = dice.shuffled(words)
  const known = new Map<string, string>()
  return (key, text) => {
    const isShared = key === 'group' || key === 'category'
    const before = isShared ? known.get(`${key}/${text}`) : undefined
    if (before !== undefined) return before
    const at = known.size
    const first = order[at % order.length] ?? ''
    const second = at < order.length ? '' : ` ${order[Math.floor(at / order.length) % order.length] ?? ''}`
    const made = first + second
    known.set(isShared ? `${key}/${text}` : String(at), made)
    return made
  }
}

function renamed(value: Json, key: string, nameFor: (key: string, text: string) => string): Json {
  if (typeof value === 'string') return readKeys.has(key) ? nameFor(key, value) : value
  if (isList(value)) return value.map((each) => renamed(each, key, nameFor))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, renamed(each, own, nameFor)]))
}

/** Days of contests, and weights that no contest has taken down. */
function tamed(dice: Dice, value: Json): Json {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dice.pick(['2026-10-14', '2027-03-28'])
  if (value === '123456789.123456') return dice.pick(['1.25', '0.6', '4'])
  if (isList(value)) return value.map((each) => tamed(dice, each))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, tamed(dice, each)]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
