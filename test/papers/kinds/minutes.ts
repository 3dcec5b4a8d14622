/** The minutes of a stage: the certified table, every sheet with its receipt, and every number of what happened. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { lineEntry } from '@bang-diem/shared/views/desk-entries.ts'
import * as v from 'valibot'
import { sumOf } from '../criteria.ts'
import { type Content, type Expected, type ExpectedLine, figure, maybeFigure, sentence } from '../expected.ts'
import type { CertifiedTable, Facts, SheetPlace } from '../facts.ts'
import type { Language } from '../numbers.ts'
import { clockAt, dayAt } from '../times.ts'
import { appendix } from './appendix.ts'
import { changesOf } from './changes.ts'
import { peopleLines } from './people.ts'
import { lineOf } from './round-totals.ts'

const left = {
  vi: { withdrawn: 'rút', disqualified: 'loại' },
  en: { withdrawn: 'withdrawn', disqualified: 'disqualified' },
} as const

const nobody = { vi: 'không có đội đạt', en: 'nobody' } as const

export function minutes(facts: Facts, stage: Stage, language: Language): Expected {
  const table = facts.certified(stage)
  if (!table) throw new Error(`the minutes of ${stage.id}, which is not certified`)
  const { fact, commit } = table
  const version = figure(String(facts.certifications(stage).length))
  const receipt = `${commit.number}-${commit.hash.slice(0, 4).toUpperCase()}`
  const categories = new Map(fact.rows.map(({ team, category }) => [team, category]))
  const called = (team: string) => [facts.team(team).name, categories.get(team) ?? ''].join(' ').trim()
  const awards = (fact.awards ?? []).map(({ title, teams }): Content[] => [
    title,
    teams.length === 0 ? nobody[language] : teams.map(called).join('; '),
  ])
  return {
    tables: [
      { rows: ranking(facts, stage, table, language) },
      ...(awards.length > 0 ? [{ rows: awards }] : []),
      ...stage.rounds.flatMap((round) => appendix(facts, round)),
    ],
    lines: [
      ...peopleLines(facts, stage),
      [sentence(clockAt(commit.at), dayAt(commit.at))],
      [sentence(version, receipt)],
      [sentence(commit.hash)],
      ...pointLines(facts, stage),
      ...amendments(facts, stage),
      ...questions(facts, stage),
      ...changesOf(facts, stage),
    ],
    loose: tieWords(facts, stage, language),
  }
}

function ranking(facts: Facts, stage: Stage, { fact }: CertifiedTable, language: Language): Content[][] {
  const { rows } = fact
  const isSeparate = rows.some(({ category }) => category !== undefined)
  const isAwarded = rows.some(({ award }) => award !== undefined)
  return rows.map((row) => [
    row.rank === null ? (row.left === undefined ? null : left[language][row.left]) : figure(String(row.rank)),
    facts.team(row.team).name,
    ...(isSeparate ? [row.category ?? null] : []),
    ...stage.rounds.map(({ id }) => maybeFigure(row.rounds[id])),
    maybeFigure(row.total),
    ...(isAwarded ? [row.award ?? null] : []),
  ])
}

/** Points that count, by team, and those that were withdrawn again, or are of a team that left. */
function pointLines(facts: Facts, stage: Stage): ExpectedLine[][] {
  const counted = stage.rounds.flatMap((round) =>
    facts
      .order(stage, round)
      .map((team) =>
        (['deduction', 'bonus'] as const).flatMap((kind) =>
          facts.steps(stage, team, kind, round.id).map((step) => lineOf(facts.team(team).name, step)),
        ),
      ),
  )
  const ofStage = (round: string) => stage.rounds.some(({ id }) => id === round)
  const withdrawn = (['deduction/', 'bonus/'] as const).map((root) =>
    facts.entries(root, lineEntry).flatMap(([, { round, team, points, withdrawn: why }]) => {
      const counts = why === null && facts.row(stage, team) !== undefined
      return counts || !ofStage(round) ? [] : [sentence(facts.team(team).name, figure(points), why)]
    }),
  )
  return [...counted, ...withdrawn]
}

/** Sheets before and after they were opened again, and versions of the table. */
function amendments(facts: Facts, stage: Stage): ExpectedLine[][] {
  const opened = facts
    .reopenings(stage)
    .map(({ at }, index) => sentence(figure(String(index + 1)), clockAt(at), dayAt(at)))
  const former = facts.former().filter(([{ round }]) => stage.rounds.some(({ id }) => id === round))
  return [opened, ...former.map(([place, versions]) => formerLines(facts, place, versions))]
}

type Versions = ReturnType<Facts['former']>[number][1]

function formerLines(facts: Facts, place: SheetPlace, versions: Versions): ExpectedLine[] {
  const round = facts.round(place.round)
  const present = facts.sheet(place)
  const called = [place.judge.toUpperCase(), facts.team(place.team).name, round.title]
  return versions.map(({ marks }, index) => {
    const isLast = index === versions.length - 1
    const next = isLast ? (present?.status === 'submitted' ? present.marks : undefined) : versions[index + 1]?.marks
    return sentence(...called, figure(sumOf(round, marks)), next ? figure(sumOf(round, next)) : null)
  })
}

function questions(facts: Facts, stage: Stage): ExpectedLine[][] {
  return stage.tieBreaks.flatMap((rule) => {
    if (rule.by !== 'question') return []
    const points = new Map(facts.entries(`question/${stage.id}/${rule.question}/`, v.string()))
    if (points.size === 0) return []
    const told = facts.definition.teams.flatMap(({ id, name }) => {
      const given = points.get(id)
      return given === undefined ? [] : [name, figure(given)]
    })
    return [[sentence(rule.question, ...told)]]
  })
}

/** What rules looked at to part equal teams, in the words of the explanation. */
function tieWords(facts: Facts, stage: Stage, language: Language): string[] {
  return facts.rows(stage).flatMap(({ team }) => {
    const hasTie = facts.steps(stage, team, 'tie-break').length > 0
    return hasTie
      ? (facts
          .explanation(language, stage, team)
          .at(-1)
          ?.lines.map(({ text }) => text) ?? [])
      : []
  })
}
