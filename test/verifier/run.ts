/**
 * `npm run verifier`: the verifier on ledgers of random played contests, in Node and as the built page in Chromium. It must agree on each as it
 * is, name the commit in each that was tampered with, and find every certified table that an engine with a planted bug made. One line of
 * result; what fails on stderr. `--ledgers 200 --seed 1`, `--planted 12` contests for each bug, `--node` leaves Chromium out.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { linesOf } from '@bang-diem/verifier/lines.ts'
import type { Verified } from '@bang-diem/verifier/verified.ts'
import { verify } from '@bang-diem/verifier/verify.ts'
import { differenceText, languageOf, verdictText } from '@bang-diem/verifier/words/verdict.ts'
import { diceOf } from '../oracle/dice.ts'
import { type Bug, bugs } from './bugs.ts'
import { ENOUGH_CONTESTS, toBeExercised } from './exercised.ts'
import { copyForBugs, type PlayedWrong, playedUntilWrong } from './planted.ts'
import { type Played, playedContests } from './play.ts'
import { fileOf, tamperings } from './tampering.ts'
import { VerifierPage } from './verifier-page.ts'

const MOST_TOLD = 20

const { values } = parseArgs({
  options: {
    ledgers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    planted: { type: 'string', default: '12' },
    counts: { type: 'boolean', default: false },
    node: { type: 'boolean', default: false },
  },
})
const began = performance.now()
const faults: string[] = []
const seen = new Map<string, number>()
const page = values.node ? null : await VerifierPage.open()
let inPage = 0

function expect(what: string, isSo: boolean): boolean {
  if (!isSo) faults.push(what)
  return isSo
}

/** What Node says of a file; the page must say the same, word for word. */
async function verdictOn(
  what: string,
  bytes: Uint8Array,
  note?: (what: string) => void,
): Promise<Verified & { text: string }> {
  const verified = verify(linesOf(bytes), sha256, note)
  // The page speaks the language of the first contest that it shows; it is told to speak Vietnamese.
  const text = verdictText(verified, page ? 'vi' : languageOf(verified))
  if (page) {
    const told = await page.verdictOn(bytes, inPage % 2 === 0 ? 'chosen' : 'dropped')
    if (inPage === 0) await page.inVietnamese()
    const isSame = told.outcome === verified.verdict.outcome && (inPage === 0 || told.text === text)
    expect(`${what}: the page says “${told.text}”, Node “${text}”`, isSame)
    inPage += 1
  }
  return { ...verified, text }
}

async function tryLedger(
  { seed, lines }: Played,
  count: { agree: number; named: number; tampered: number },
): Promise<number> {
  const untouched = await verdictOn(`contest ${seed}`, fileOf(lines), (what) =>
    seen.set(what, (seen.get(what) ?? 0) + 1),
  )
  const agrees =
    untouched.verdict.outcome === 'agrees' && untouched.commits === lines.length && untouched.certifications > 0
  count.agree += Number(expect(`contest ${seed} does not agree: ${untouched.text}`, agrees))
  for (const { how, bytes, named } of tamperings(lines, diceOf(seed))) {
    const { verdict, text } = await verdictOn(`contest ${seed}, ${how}`, bytes)
    const isNamed = verdict.outcome === 'broken' && verdict.fault.number === named && text.includes(` ${named} `)
    count.tampered += 1
    count.named += Number(expect(`contest ${seed}, ${how} at ${named}: ${text}`, isNamed))
  }
  return untouched.certifications
}

/** Stage, team and figure, each in the sentence. */
function namesAll(verified: Verified): boolean {
  const language = languageOf(verified)
  const difference = verified.differences.find((each) => each.kind === 'certified')
  if (difference?.kind !== 'certified') return false
  const { definition } = verified
  const stage = definition?.stages.find(({ id }) => id === difference.stage)?.title ?? ''
  const team = difference.team === null ? null : definition?.teams.find(({ id }) => id === difference.team)?.name
  const text = differenceText(difference, definition, language)
  const isAboutTeam =
    team === null ? difference.award !== null && text.includes(difference.award) : text.includes(team ?? '\0')
  return (
    text.includes(stage) &&
    isAboutTeam &&
    difference.found !== difference.worked &&
    text.includes(`${difference.number}`)
  )
}

async function tryBug(
  bug: Bug,
  played: readonly PlayedWrong[],
  count: { wrong: number; found: number; right: number },
): Promise<void> {
  for (const { contest, isWrong } of played) {
    const what = `${bug.name}, contest ${contest.seed}`
    const verified = await verdictOn(what, fileOf(contest.lines))
    const differs = verified.differences.some(({ kind }) => kind === 'certified')
    if (isWrong) {
      const isFound = verified.verdict.outcome === 'differs' && differs && namesAll(verified)
      count.found += Number(expect(`${what}: wrong, and not found: ${verified.text}`, isFound))
    } else {
      count.right += Number(expect(`${what}: right, and not believed: ${verified.text}`, !differs))
    }
  }
  const wrong = played.filter((each) => each.isWrong).length
  count.wrong += wrong
  console.error(`${bug.name}: ${wrong} of ${played.length} ledgers have a wrong table`)
  expect(`${bug.name} never made a table wrong`, wrong > 0)
}

/** As many copies at a time as there are processors. */
async function playedWithBugs(): Promise<Map<Bug, PlayedWrong[]>> {
  const waiting = [...bugs]
  const all = new Map<Bug, PlayedWrong[]>()
  const workers = Array.from({ length: availableParallelism() }, async () => {
    const copy = copyForBugs()
    try {
      for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
        all.set(bug, await playedUntilWrong(copy, bug, Number(values.seed), Number(values.planted)))
      }
    } finally {
      copy.remove()
    }
  })
  await Promise.all(workers)
  return all
}

async function tried(): Promise<string> {
  const ledgers = playedContests(Number(values.ledgers), Number(values.seed))
  const count = { agree: 0, named: 0, tampered: 0, wrong: 0, found: 0, right: 0 }
  let tables = 0
  for (const ledger of ledgers) tables += await tryLedger(ledger, count)
  for (const [bug, played] of await playedWithBugs()) await tryBug(bug, played, count)
  const never = toBeExercised.filter((what) => !seen.has(what))
  expect(`never exercised: ${never.join('; ')}`, never.length === 0 || ledgers.length < ENOUGH_CONTESTS)
  for (const complaint of page?.complaints ?? []) expect(`the page: ${complaint}`, false)
  const commits = ledgers.reduce((sum, { lines }) => sum + lines.length, 0)
  return (
    `${count.agree} of ${ledgers.length} ledgers agree (${commits} commits, ${tables} tables, ${seen.size} kinds of rules and facts), ` +
    `${count.named} of ${count.tampered} tamperings named by commit, ` +
    `${bugs.length} planted bugs: ${count.found} of ${count.wrong} wrong ledgers found, ${count.right} right ones believed; ` +
    `${page ? `Chromium said the same on ${inPage} files` : 'in Node alone'}`
  )
}

try {
  const result = await tried()
  console.log(`verifier: ${result}; ${faults.length} faults (${((performance.now() - began) / 1000).toFixed(1)} s)`)
} finally {
  await page?.close()
}
if (values.counts) for (const [what, times] of [...seen].sort()) console.error(`${times} × ${what}`)
for (const fault of faults.slice(0, MOST_TOLD)) console.error(`FAILED  ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
