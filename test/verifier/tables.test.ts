/** The verifier on what a whole ledger says: tables, what cues told, and what it does not know. */
import type { Fact, FactOf, FactType } from '@bang-diem/shared/ledger/facts.ts'
import { factSchema } from '@bang-diem/shared/ledger/facts.ts'
import { receiptOf } from '@bang-diem/verifier/chain.ts'
import { knownFacts } from '@bang-diem/verifier/facts.ts'
import { describe, expect, test } from 'vitest'
import { certify, deduct, play, reopenStage } from '../rules/acts.ts'
import { given } from '../rules/rulebook.ts'
import { created, oneRound } from '../rules/small-contest.ts'
import { commitOf, finished, forged, played, said, verified } from './forged.ts'

const { lines } = finished()
const reopened = reopenStage(finished()).lines
const certified = commitOf(lines, 'stage-certified')

type Row = FactOf<'stage-certified'>['rows'][number]

/** The ledger with one row certified otherwise. */
function withRow(team: string, change: Partial<Row>): string[] {
  return forged(lines, (fact) => {
    if (fact.type !== 'stage-certified') return fact
    return { ...fact, rows: fact.rows.map((row) => (row.team === team ? { ...row, ...change } : row)) }
  })
}

function withFact<Type extends FactType>(type: Type, change: (fact: FactOf<Type>) => Fact): string[] {
  const isOf = (fact: Fact): fact is FactOf<Type> => fact.type === type
  return forged(lines, (fact) => (isOf(fact) ? change(fact) : fact))
}

describe('certified tables', () => {
  test('C-5: a total, a score, a rank: stage, team, column, what is certified, what is worked out', () => {
    expect(said(withRow('b', { total: '17.01' }))).toBe(
      `Commit ${certified}: the certified table of “Chung kết”, team “Đội B”, the total: it says 17.01, worked out again it is 17.00.`,
    )
    expect(said(withRow('b', { rounds: { 'chao-hoi': '17.50' } }), 'vi')).toBe(
      `Bản ghi số ${certified}: bảng đã xác nhận của vòng “Chung kết”, đội “Đội B”, điểm phần thi “Chào hỏi” ghi 17,50, tính lại được 17,00.`,
    )
    expect(said(withRow('c', { rank: 2 }))).toContain('team “Đội C”, the rank: it says 2, worked out again it is 3.')
  })

  test('C-5: scores come before totals, totals before ranks', () => {
    const wrong = withRow('a', { rank: 3, total: '1.00', rounds: { 'chao-hoi': '1.00' } })
    expect(said(wrong)).toContain('the score in “Chào hỏi”: it says 1.00')
    expect(verified(wrong).differences).toHaveLength(3)
  })

  test('C-5: a row too many, one too few, another order, what nobody won', () => {
    const rows = (change: (rows: Row[]) => Row[]) =>
      said(withFact('stage-certified', (fact) => ({ ...fact, rows: change(fact.rows) })))
    expect(rows((all) => all.slice(1))).toContain("team “Đội A”, the team's row: it says nothing")
    expect(rows((all) => [...all, ...all.slice(0, 1)])).toContain("team “Đội A”, the team's row: it says Đội A")
    expect(rows((all) => [...all].reverse())).toContain(
      'team “Đội C”, the order of rows: it says 1, worked out again it is 3.',
    )
    expect(said(withRow('a', { award: 'Nhất' }))).toContain('the award: it says Nhất, worked out again it is nothing.')
    expect(said(withRow('a', { left: 'withdrawn' }))).toContain('withdrawn or disqualified: it says withdrawn')
  })

  test('C-5: C-12: a stage that was reopened and certified again is worked out each time', () => {
    const story = certify(deduct(reopenStage(finished()), 'a', '2'))
    const { verdict, tables, certifications } = verified(story.lines)
    expect({ verdict, certifications }).toEqual({ verdict: { outcome: 'agrees' }, certifications: 2 })
    expect(tables).toMatchObject([{ stage: 'chung-ket', version: 2, isReopened: false }])
    expect(tables[0]?.rows.map(({ team, total }) => `${team} ${total}`)).toEqual(['b 17.00', 'a 16.00', 'c 16.00'])
  })

  test('C-12: a stage that is open again keeps its last table, and says so', () => {
    expect(verified(reopenStage(finished()).lines).tables).toMatchObject([{ version: 1, isReopened: true }])
    expect(verified(played().lines).tables).toEqual([])
  })

  test('C-6: the hash of a definition, and the one that a table was certified under', () => {
    const other = 'ab'.repeat(32)
    expect(said(withFact('contest-created', (fact) => ({ ...fact, definitionHash: other })))).toContain(
      'Commit 1: the hash of the definition',
    )
    expect(said(withFact('stage-certified', (fact) => ({ ...fact, definitionHash: other })))).toContain(
      `Commit ${certified}: the hash of the definition`,
    )
  })
})

describe('what cues told', () => {
  const told = (change: (reveal: FactOf<'cue-taken'>['reveals'][number]) => object) =>
    said(
      withFact('cue-taken', (fact) => ({
        ...fact,
        reveals: fact.reveals.map((reveal) => ({ ...reveal, ...change(reveal) }) as typeof reveal),
      })),
    )

  test('C-7: a score that was told otherwise than it was', () => {
    expect(told((reveal) => (reveal.kind === 'score' && reveal.team === 'a' ? { score: '19.00' } : {}))).toMatch(
      /^Commit \d+: what was announced in “Chung kết”, team “Đội A”, the score in “Chào hỏi”: it says 19\.00, worked out again it is 18\.00\.$/,
    )
  })

  test('C-7: a deduction that nobody recorded, and an unrounded value that is another', () => {
    const cut = { deductions: [{ kind: 'line', points: '1.00', reason: 'lý do' }] }
    expect(told((reveal) => (reveal.kind === 'score' ? cut : {}))).toContain(
      'deductions in “Chào hỏi”: it says 1.00 · lý do',
    )
    const exact = withFact('cue-taken', (fact) => {
      return fact.exact ? { ...fact, exact: fact.exact.map((one) => ({ ...one, score: '35/2' })) } : fact
    })
    expect(said(exact)).toContain('the unrounded score in “Chào hỏi”: it says 35/2')
  })
})

describe('what it does not know', () => {
  test('C-4: every fact that a ledger can hold is known to it', () => {
    const stored = factSchema.options.map((schema) => schema.entries.type.literal)
    expect([...knownFacts].sort()).toEqual([...stored].sort())
  })

  test('C-4: a fact of another kind is named, and nothing after it is believed', () => {
    const strange = withFact('time-recorded', (fact) => ({ ...fact, type: 'time-guessed' }) as never)
    const number = commitOf(lines, 'time-recorded')
    expect(said(strange)).toBe(
      `Commit ${number} holds an unknown fact, “time-guessed”: this verifier cannot say what it would change.`,
    )
    expect(verified(strange).tables).toEqual([])
  })

  test('C-4: so is a fact that says more than it knows, also one from which no number follows', () => {
    const more = { weight: '2' } as object
    for (const type of ['sheet-submitted', 'request-approved', 'stage-certified'] as const) {
      const number = commitOf(reopened, type)
      const strange = forged(reopened, (fact) => (fact.type === type ? { ...fact, ...more } : fact))
      expect(said(strange)).toBe(
        `Commit ${number} holds a fact “${type}” that this verifier does not understand (weight).`,
      )
    }
  })

  test('C-4: a record with a key that no id is: nothing of it is passed over', () => {
    const marks = JSON.parse('{"noi-dung":"9","hinh-thuc":"9","__proto__":"3"}')
    expect(said(withFact('sheet-submitted', (fact) => ({ ...fact, marks })))).toContain('not understand (marks)')
  })

  test('C-4: times are whole seconds of one day, points have nine digits and six decimals at most', () => {
    for (const seconds of [-1, 0.5, 1e300]) {
      expect(said(withFact('time-recorded', (fact) => ({ ...fact, seconds })))).toContain('not understand (seconds)')
    }
    for (const points of ['1.1234567', '1234567890', '-1', '1e3']) {
      const marks = { 'noi-dung': points, 'hinh-thuc': '9' }
      expect(said(withFact('sheet-submitted', (fact) => ({ ...fact, marks })))).toContain('(marks.noi-dung)')
    }
  })

  test('C-4: so is a rule that it cannot work out', () => {
    const strange = withFact('contest-created', (fact) => {
      const stages = fact.definition.stages.map((stage) => ({ ...stage, placing: { method: 'by-applause' } }))
      return { ...fact, definition: { ...fact.definition, stages } } as never
    })
    expect(said(strange)).toContain(
      'Commit 1 holds a fact “contest-created” that this verifier does not understand (definition.stages.0.placing',
    )
  })
})

describe('derivations', () => {
  test('C-11: for each team every sheet with its receipt, and how score, total and rank came of it', () => {
    const { tables, sealed } = verified(deductedAndCertified())
    const receipts = sealed.map(receiptOf)
    const [first] = tables[0]?.derivations ?? []
    expect(first).toMatchObject({ team: 'a', total: '17.50', rank: 1 })
    const [round] = first?.rounds ?? []
    expect(round).toMatchObject({
      title: 'Chào hỏi',
      judged: '18',
      score: '17.50',
      deductions: [{ points: '0.50', reason: 'lý do' }],
    })
    expect(round?.sheets).toHaveLength(3)
    for (const sheet of round?.sheets ?? []) {
      expect(receipts).toContain(sheet.receipt)
      expect(sheet).toMatchObject({ marks: [{ text: '9' }, { text: '9' }], value: { text: '18', state: 'counted' } })
    }
  })
})

test('C-11: a sheet carries the name of who sat in the seat when it came in', () => {
  const story = play(given(created(oneRound())), 'a', '9').take('chao-hoi/a/score')
  const replace = (name: string) => story.when('organiser', { type: 'replaceJudge', judge: 'gk2', name }).thenAccepted()
  replace('Người Thay')
  for (const team of ['b', 'c']) play(story, team, '8').take(`chao-hoi/${team}/score`)
  certify(story)
  replace('Sau Này')
  reopenStage(story)
  const { tables, definition } = verified(certify(story).lines)
  const named = tables[0]?.derivations.map(({ team, rounds }) => [team, rounds[0]?.sheets.map(({ judge }) => judge)])
  expect(named).toEqual([
    ['a', ['Giám khảo 1', 'Giám khảo 2', 'Giám khảo 3']],
    ['b', ['Giám khảo 1', 'Người Thay', 'Giám khảo 3']],
    ['c', ['Giám khảo 1', 'Người Thay', 'Giám khảo 3']],
  ])
  expect(definition?.judges[1]?.name).toBe('Sau Này')
})

function deductedAndCertified(): readonly string[] {
  return certify(deduct(played(), 'a', '0.5')).lines
}
