/** Says at the end of a leaf that some of its letters are empty squares: a name in another script must not look like a fault of the printer. */
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import type { Leaf } from '../paper.ts'
import { letterWords } from '../words/letters.ts'
import { hasLetters } from './character-set.ts'

/** The leaf as it is where the typeface has all its letters. */
export function withLetterNote(leaf: Leaf, language: Language): Leaf {
  // As JSON it is one text, with every one of its texts in it.
  if (hasLetters(JSON.stringify(leaf.blocks))) return leaf
  return { blocks: [...leaf.blocks, { kind: 'text', text: pick(language, letterWords).missing, look: 'small' }] }
}
