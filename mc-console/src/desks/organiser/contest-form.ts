/**
 * The quick form of a new contest: a preset's definition with the titles, teams and judges of this one. Lists are typed or pasted as
 * lines, because that is how they arrive: from a spreadsheet or a chat. Whether the result is a good definition is the hub's to say.
 */
import { type QualifiersFile, teamsFrom as teamsSent } from '@bang-diem/shared/contest/qualifiers-file.ts'
import { freshId, slugOf } from '@bang-diem/shared/contest/slug.ts'
import * as v from 'valibot'

const formFields = v.object({
  id: v.string(),
  title: v.string(),
  edition: v.optional(v.string(), ''),
  organiser: v.optional(v.string(), ''),
  venue: v.optional(v.string(), ''),
  date: v.optional(v.string(), ''),
  teams: v.optional(v.array(v.object({ name: v.string(), shortName: v.optional(v.string()) })), () => []),
  judges: v.optional(
    v.array(v.object({ name: v.string(), title: v.optional(v.string()), head: v.optional(v.boolean()) })),
    () => [],
  ),
})

export interface ContestForm {
  id: string
  title: string
  edition: string
  organiser: string
  venue: string
  /** `2026-10-14`, or ''. */
  date: string
  /** `<name> | <short name>` a line. */
  teams: string
  /** Who was sent by contests one level down; where there is anybody, they are the teams. */
  sent: readonly QualifiersFile[]
  /** `<name> | <title>` a line; `*` before the name marks the head of the jury. */
  judges: string
}

/** The form filled in from a preset; null when the preset is not of a shape that the form knows. */
export function formOf(definition: unknown, id: string): ContestForm | null {
  const parsed = v.safeParse(formFields, definition)
  if (!parsed.success) return null
  const { teams, judges, ...texts } = parsed.output
  return {
    ...texts,
    id,
    sent: [],
    teams: teams.map((team) => written(team.name, team.shortName)).join('\n'),
    judges: judges.map((judge) => (judge.head ? '* ' : '') + written(judge.name, judge.title)).join('\n'),
  }
}

function written(name: string, second: string | undefined): string {
  return second === undefined ? name : `${name} | ${second}`
}

/** The definition to send: the preset's rules, the form's names. */
export function definitionFrom(preset: Readonly<Record<string, unknown>>, form: ContestForm): Record<string, unknown> {
  const { edition, organiser, venue, date, ...rest } = form
  const definition: Record<string, unknown> = {
    ...preset,
    id: rest.id.trim(),
    title: rest.title,
    teams: form.sent.length > 0 ? teamsSent(form.sent) : teamsFrom(form.teams),
    judges: judgesFrom(form.judges),
  }
  for (const [key, text] of Object.entries({ edition, organiser, venue, date })) {
    if (text.trim() === '') delete definition[key]
    else definition[key] = text
  }
  return definition
}

interface Line {
  readonly name: string
  readonly second: string | undefined
  readonly starred: boolean
}

/** The lines that say something; pasted numbering ("1. ", "2) ") and tabs of a spreadsheet are taken off. */
export function linesOf(text: string): Line[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const bare = line
      .replace(/^\s*\d{1,3}[.)]\s+/, '')
      .replace(/\t+/g, ' | ')
      .trim()
    const starred = bare.startsWith('*')
    const [name = '', second = ''] = bare.replace(/^\*\s*/, '').split('|')
    if (name.trim() === '') return []
    return [{ name: name.trim(), second: second.trim() === '' ? undefined : second.trim(), starred }]
  })
}

function teamsFrom(text: string): object[] {
  const taken = new Set<string>()
  return linesOf(text).map(({ name, second }) => {
    const id = freshId(slugOf(second ?? name), taken)
    return second === undefined ? { id, name } : { id, name, shortName: second }
  })
}

function judgesFrom(text: string): object[] {
  const lines = linesOf(text)
  const head = Math.max(
    0,
    lines.findIndex((line) => line.starred),
  )
  return lines.map(({ name, second }, at) => ({
    id: `gk${at + 1}`,
    name,
    ...(second === undefined ? {} : { title: second }),
    head: at === head,
  }))
}
