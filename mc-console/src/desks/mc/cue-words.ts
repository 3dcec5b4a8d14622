/**
 * A cue in words: what *Next* will do, and the line that stands for it in the rundown. Corrections are not in the rundown, so a cue
 * is also understood from its id alone. No word depends on a value: an unrevealed result cannot be read off a button.
 */
import type { CueEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { ShowNames } from '../../model/show-names.ts'
import type { Words } from '../../shell/words.ts'

type McWords = Words['mc']

/** What taking the cue does, as the big button says it. */
export function actOf(id: string, cue: CueEntry | undefined, words: McWords, names: ShowNames): string {
  const { cues } = words
  const stage = names.stage(cue?.stage ?? '')
  const round = names.round(cue?.round ?? '')
  const team = names.shortTeam(cue?.team ?? '')
  switch (cue?.step) {
    case 'title':
      return cues.title(stage)
    case 'session':
      return cues.session(names.session(cue.session ?? ''))
    case 'qualifiers':
      return cues.qualifiers(stage)
    case 'award':
      return cues.award(names.award(cue.stage, cue.award ?? ''))
    case 'line-up':
      return cues['line-up'](round)
    case 'intro':
      return cues.intro(team, round)
    case 'perform':
      return cues.perform
    case 'marking':
      return cues.marking
    case 'score':
      return cues.score(team)
    case 'standings':
      return cues.standings(round)
    case 'overall':
      return cues.overall
    case 'certify':
      return cues.certify(stage)
    case 'place':
      return placed(cues.place(cue.within ?? cue.place ?? 0), cue, names)
    case 'final':
      return cues.final(stage)
    default:
      return correctionAct(id, words, names)
  }
}

function placed(text: string, { stage, category }: CueEntry, names: ShowNames): string {
  return category === undefined ? text : `${text} · ${names.group(stage, category)}`
}

function correctionAct(id: string, { cues }: McWords, names: ShowNames): string {
  const parts = id.split('/')
  const [first = '', second = ''] = parts
  if (parts.at(-1) !== 'correction') return cues.unknown
  return parts.length === 3
    ? cues.correction(names.shortTeam(second), names.round(first))
    : cues['table-correction'](names.stage(first))
}

/** The line of a cue that is no team's step. */
export function rowOf(cue: CueEntry, words: McWords, names: ShowNames): string {
  const { rows } = words
  switch (cue.step) {
    case 'title':
      return rows.title
    case 'session':
      return rows.session(names.session(cue.session ?? ''))
    case 'qualifiers':
      return rows.qualifiers
    case 'award':
      return rows.award(names.award(cue.stage, cue.award ?? ''))
    case 'line-up':
      return rows['line-up']
    case 'standings':
      return rows.standings
    case 'overall':
      return rows.overall
    case 'certify':
      return rows.certify
    case 'place':
      return placed(rows.place(cue.within ?? cue.place ?? 0), cue, names)
    case 'final':
      return rows.final
    default:
      return correctionAct(cue.id, words, names)
  }
}
