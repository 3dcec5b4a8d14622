/** What a document lacks, in words that name teams and judges. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { tellRefusal, type UncheckedRefusal } from '@bang-diem/shared/language/refusals.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'

export type ToldLack = UncheckedRefusal & { readonly title: string }

export function toldLacks(
  lacks: readonly UncheckedRefusal[],
  definition: Definition,
  language: Language,
): readonly ToldLack[] {
  const names = namesOf(definition)
  const criterion = (round: string | null, id: string) => (round === null ? id : names.criterion(round, id))
  return lacks.map((lack) => ({ ...lack, title: tellRefusal(lack, language, { ...names, criterion }) }))
}
