/** Names for the organiser to replace: as many teams and judges as a contest of that kind usually has. */
import type { DefinitionInput } from '../definition.ts'

type Teams = DefinitionInput['teams']
type Judges = DefinitionInput['judges']

/** `Đội 1`, `Đội 2`, …; another word where those who compete are not teams. */
export function placeholderTeams(count: number, word = 'Đội'): Teams {
  return Array.from({ length: count }, (_, index) => ({
    id: `doi-${index + 1}`,
    name: `${word} ${index + 1}`,
  }))
}

/** The first one is the head judge. */
export function placeholderJudges(count: number): Judges {
  return Array.from({ length: count }, (_, index) => ({
    id: `gk${index + 1}`,
    name: `Giám khảo ${index + 1}`,
    ...(index === 0 ? { title: 'Trưởng Ban Giám khảo', head: true } : {}),
  }))
}

/** A scale from 0 in quarter points. */
export function quarters(max: string) {
  return { min: '0', max, step: '0.25' }
}
