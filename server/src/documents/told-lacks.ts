/** What a document lacks, in words that name teams and judges. It leaves nothing out: `first-lacks.ts` has done that. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { tellRefusal, type UncheckedRefusal } from '@bang-diem/shared/language/refusals.ts'
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import { lackWords } from './words/lacks.ts'

export type ToldLack = UncheckedRefusal & { readonly title: string }

export function toldLacks(
  lacks: readonly UncheckedRefusal[],
  definition: Definition,
  language: Language,
): readonly ToldLack[] {
  const names = namesOf(definition)
  const words = pick(language, lackWords)
  const criterion = (round: string | null, id: string) => (round === null ? id : names.criterion(round, id))
  return lacks.map((lack) => {
    const sentence = tellRefusal(lack, language, { ...names, criterion })
    const title = typeof lack.more === 'number' ? `${sentence.replace(/\.$/, '')}; ${words.more(lack.more)}.` : sentence
    return { ...lack, title }
  })
}
