/**
 * `npm run verify -- <ledger.jsonl>`: checks a ledger's file and says in one line what it found; exit code 0 when everything agrees, 1 when
 * something does not, 2 when there is nothing to check. It reads that one file and nothing else.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { linesOf } from './lines.ts'
import type { Verified } from './verified.ts'
import { verify } from './verify.ts'
import type { Language } from './words/say.ts'
import { languageOf, verdictText, wordsIn } from './words/verdict.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Options = { readonly file: string; readonly language: Language | null; readonly receipt: string | null }

function optionsOf(args: readonly string[]): Options | null {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { language: text, receipt: text },
    })
    const [file, ...more] = positionals
    const { language = null, receipt = null } = values
    const isKnown = language === null || language === 'vi' || language === 'en'
    return file === undefined || more.length > 0 || !isKnown ? null : { file, language, receipt }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function told(verified: Verified, { language, receipt }: Options): number {
  const spoken = language ?? languageOf(verified)
  console.log(verdictText(verified, spoken))
  if (verified.verdict.outcome !== 'agrees') return 1
  if (receipt === null) return 0
  const isThere = verified.receipts.includes(receipt.toUpperCase())
  console.log(isThere ? wordsIn(spoken).receipt(receipt) : wordsIn(spoken).noReceipt(receipt))
  return isThere ? 0 : 1
}

function main(): number {
  const options = optionsOf(process.argv.slice(2))
  if (options === null) {
    console.error(`${wordsIn('vi').usage}\n${wordsIn('en').usage}`)
    return 2
  }
  const bytes = bytesOf(options.file)
  if (bytes === null) {
    console.error(wordsIn(options.language ?? 'vi').noFile(options.file))
    return 2
  }
  return told(verify(linesOf(bytes), sha256), options)
}

process.exitCode = main()
