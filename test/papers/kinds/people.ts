/**
 * Who was there, as the minutes tell it: the panel, who left and came back and when, and what was noted in the meantime. All of it as it was when the
 * stage was certified.
 */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { noteEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { judged } from '../criteria.ts'
import { type ExpectedLine, exactly, figure, sentence } from '../expected.ts'
import type { Facts } from '../facts.ts'
import { clockAt, dayAt } from '../times.ts'

export function peopleLines(facts: Facts, stage: Stage): ExpectedLine[][] {
  const until = facts.certified(stage)?.commit.at ?? 0
  const panel = panelOf(facts, stage)
  return [
    // Whoever has sat in a seat follows its name.
    panel.map((judge, index) => exactly(figure(String(index + 1)), judge.toUpperCase())),
    ...panel.flatMap((judge) => absencesOf(facts, judge, until)).map((line) => [line]),
    notesOf(facts, stage, until),
  ]
}

/** Whoever marks in a round of the stage. */
function panelOf(facts: Facts, { rounds }: Stage): readonly string[] {
  const marked = rounds.filter((round) => judged(round).length > 0)
  const sitting = new Set(marked.flatMap((round) => facts.panel(round)))
  return facts.definition.judges.map(({ id }) => id).filter((id) => sitting.has(id))
}

/** From when, and until when where the judge has come back. */
function absencesOf(facts: Facts, judge: string, until: number): ExpectedLine[] {
  const name = facts.judgeCalled(judge)
  const lines: ExpectedLine[] = []
  let from: number | null = null
  for (const { type, at } of facts.absences(judge).filter((each) => each.at <= until)) {
    if (type === 'judge-left') from = at
    else if (from !== null) {
      lines.push(sentence(name, clockAt(from), dayAt(from), clockAt(at), dayAt(at)))
      from = null
    }
  }
  return from === null ? lines : [...lines, sentence(name, clockAt(from), dayAt(from))]
}

/** Oldest first; their keys count them. Those up to the first certification of a stage before belong to that one. */
function notesOf(facts: Facts, stage: Stage, until: number): ExpectedLine[] {
  const { stages } = facts.definition
  const earlier = stages.slice(0, stages.indexOf(stage))
  const begin = Math.max(0, ...earlier.map((each) => facts.certifications(each)[0]?.commit.at ?? 0))
  const notes = facts.entries('note/', noteEntry).sort(([a], [b]) => Number(a) - Number(b))
  return notes
    .filter(([, { at }]) => at > begin && at <= until)
    .map(([, { at, text }]) => sentence(clockAt(at), dayAt(at), text))
}
