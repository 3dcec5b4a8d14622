/** A contest small enough to follow in one's head, and the facts that stories begin with. */

import { sha256 } from '@bang-diem/server/sha256.ts'
import { type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { definitionHash } from '@bang-diem/shared/rules/organise.ts'

type StageInput = DefinitionInput['stages'][number]
type Changes = Partial<Omit<DefinitionInput, 'stages'>> & { readonly stage?: Partial<StageInput> }

const scale = (max: string) => ({ min: '0', max, step: '0.25' })

/**
 * Teams a, b, c; judges gk1 (head), gk2, gk3. Round `chao-hoi` (20): two marks of 10 over sheets, 300 s, one point off for each full
 * minute. Round `tieu-pham` (30): one mark of 20, and `dap-an` (10) tallied by the secretary.
 */
export function definitionOfThree({ stage, ...changes }: Changes = {}): DefinitionInput {
  return {
    format: 1,
    id: 'hoi-thi',
    title: 'Hội thi thử',
    teams: [
      { id: 'a', name: 'Đội A' },
      { id: 'b', name: 'Đội B' },
      { id: 'c', name: 'Đội C' },
    ],
    judges: [
      { id: 'gk1', name: 'Giám khảo 1', head: true },
      { id: 'gk2', name: 'Giám khảo 2' },
      { id: 'gk3', name: 'Giám khảo 3' },
    ],
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'chao-hoi',
            title: 'Chào hỏi',
            maximum: '20',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung', scale: scale('10') },
              { id: 'hinh-thuc', title: 'Hình thức', scale: scale('10') },
            ],
            time: { limitSeconds: 300 },
            overtime: { rule: 'per-minute', points: '1', count: 'full' },
          },
          {
            id: 'tieu-pham',
            title: 'Tiểu phẩm',
            maximum: '30',
            criteria: [
              { id: 'kich-ban', title: 'Kịch bản', scale: scale('20') },
              { id: 'dap-an', title: 'Đáp án', scoredBy: 'secretary', scale: scale('10') },
            ],
          },
        ],
        ...stage,
      },
    ],
    ...changes,
  }
}

/** Only the first round: a whole contest in a few lines. */
export function oneRound(changes: Changes = {}): DefinitionInput {
  const { stages, ...rest } = definitionOfThree(changes)
  return { ...rest, stages: stages.map((stage) => ({ ...stage, rounds: stage.rounds.slice(0, 1) })) }
}

/** The fact that a contest was created; throws when the definition is not in order. */
export function created(definition: DefinitionInput = definitionOfThree()): FactBody {
  const parsed = parseDefinition(definition)
  if (!parsed.ok) throw new Error(`the test's definition: ${JSON.stringify(parsed.problems)}`)
  return {
    type: 'contest-created',
    definition: parsed.definition,
    definitionHash: definitionHash(parsed.definition, sha256),
  }
}

/** A team's performance went on air: its sheets are open from here on. */
export function performed(round: string, team: string): FactBody {
  const scene = { kind: 'performance', round, team, place: 1, of: 3 } as const
  return { type: 'cue-taken', cue: `${round}/${team}/perform`, scene, reveals: [] }
}

export function sheet(round: string, team: string, judge: string, marks: Readonly<Record<string, string>>): FactBody {
  return { type: 'sheet-submitted', round, team, judge, run: 0, revision: 0, marks }
}

/** A sheet of `chao-hoi`. */
export function greeting(team: string, judge: string, first = '8', second = '8'): FactBody {
  return sheet('chao-hoi', team, judge, { 'noi-dung': first, 'hinh-thuc': second })
}

export function timed(round: string, team: string, seconds = 300): FactBody {
  return { type: 'time-recorded', round, team, seconds }
}

/** All sheets of `chao-hoi` for a team, with its time: its score is complete and `2 × mark`. */
export function marked(team: string, mark: string): readonly FactBody[] {
  return [
    performed('chao-hoi', team),
    ...['gk1', 'gk2', 'gk3'].map((judge) => greeting(team, judge, mark, mark)),
    timed('chao-hoi', team),
  ]
}
