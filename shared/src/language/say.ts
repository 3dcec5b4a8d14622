/**
 * Choosing the words of a language. A phrase is a text, or a function from its parameters to a text; the phrases of an area live in
 * `vi/<area>.ts`, and `en/<area>.ts` must have every one of them.
 */
export type Language = 'vi' | 'en'

/** Both languages of one area. English is checked against Vietnamese, which comes first. */
export interface InBoth<Words> {
  readonly vi: Words
  readonly en: NoInfer<Words>
}

/** The phrases of an area in one language. */
export function pick<Words>(language: Language, both: InBoth<Words>): Words {
  return both[language]
}
