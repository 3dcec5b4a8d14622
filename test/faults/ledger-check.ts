/**
 * An auditor who knows the format of an exported history from its description and nothing of the program: recomputes the chain and
 * looks for every receipt. It imports no code of the product.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const commitSchema = v.object({
  number: v.number(),
  at: v.number(),
  by: v.string(),
  commandId: v.string(),
  facts: v.array(v.looseObject({ type: v.string(), salt: v.string() })),
  previous: v.string(),
  hash: v.string(),
})
type Commit = v.InferOutput<typeof commitSchema>

/** What somebody was told: this command of this seat is that commit. */
export interface Receipt {
  readonly by: string
  readonly id: string
  readonly commit: number
  readonly hash: string
  readonly receipt: string
  /** False where it was only said that it has arrived: it may be forgotten, and then come again under another number. */
  readonly isDurable: boolean
}

export interface Audit {
  /** Commits that are not what was sealed, or not where they belong. */
  readonly chain: readonly string[]
  readonly duplicated: readonly string[]
  /** What was called recorded and is not there, in that very commit. */
  readonly lost: readonly string[]
  /** What was called received and is in no commit at all. */
  readonly forgotten: readonly string[]
}

/** Every fault of the history, and every receipt that it does not honour; nothing when all is well. */
export function auditLedger(contest: string, lines: readonly string[], receipts: readonly Receipt[]): Audit {
  const commits = lines.map((line) => v.parse(commitSchema, JSON.parse(line)))
  const known = new Set(commits.map(({ by, commandId }) => `${commandId} of ${by}`))
  return {
    chain: chainFaults(contest, commits),
    duplicated: repeatedCommands(commits),
    lost: brokenReceipts(
      commits,
      receipts.filter(({ isDurable }) => isDurable),
    ),
    forgotten: receipts
      .filter(({ by, id, isDurable }) => !isDurable && !known.has(`${id} of ${by}`))
      .map(({ by, id, receipt }) => `${id} of ${by}, received as ${receipt}, is not in the history`),
  }
}

function chainFaults(contest: string, commits: readonly Commit[]): string[] {
  const faults: string[] = []
  let previous = sha256(`bang-diem/1/${contest}`)
  let at = 0
  for (const [index, commit] of commits.entries()) {
    const digests = commit.facts.map((fact) => sha256(JSON.stringify(fact)))
    const sealed = [commit.previous, commit.number, commit.at, commit.by, commit.commandId, digests]
    if (commit.number !== index + 1) faults.push(`commit ${index + 1} is numbered ${commit.number}`)
    if (commit.previous !== previous) faults.push(`commit ${commit.number} does not follow the one before`)
    if (sha256(JSON.stringify(sealed)) !== commit.hash) faults.push(`commit ${commit.number} is not what was sealed`)
    if (commit.at < at) faults.push(`commit ${commit.number} is earlier than the one before`)
    previous = commit.hash
    at = commit.at
  }
  return faults
}

/** A command of a seat, and a sheet of a judge, may each stand once. These contests reopen nothing. */
function repeatedCommands(commits: readonly Commit[]): string[] {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const { by, commandId, number, facts } of commits) {
    const names = facts
      .filter(({ type }) => type === 'sheet-submitted')
      .map(({ round, team, judge }) => `the sheet ${String(round)}/${String(team)}/${String(judge)}`)
    if (commandId !== '') names.push(`the command ${commandId} of ${by}`)
    for (const name of names) {
      if (seen.has(name)) faults.push(`${name} stands again in commit ${number}`)
      seen.add(name)
    }
  }
  return faults
}

function brokenReceipts(commits: readonly Commit[], receipts: readonly Receipt[]): string[] {
  return receipts.flatMap(({ by, id, commit, hash, receipt }) => {
    const found = commits[commit - 1]
    const printed = `${commit}-${hash.slice(0, 4).toUpperCase()}`
    const honoured = found?.by === by && found.commandId === id && found.hash === hash && receipt === printed
    return honoured ? [] : [`the receipt ${receipt} for ${id} of ${by} is not in the history`]
  })
}

/** How many sheets of judges the history holds. */
export function countSheets(lines: readonly string[]): number {
  const commits = lines.map((line) => v.parse(commitSchema, JSON.parse(line)))
  return commits.flatMap(({ facts }) => facts).filter(({ type }) => type === 'sheet-submitted').length
}
