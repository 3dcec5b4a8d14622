/**
 * `npm run verify -- <ledger.jsonl>`: checks a ledger's file and says in one line what it found, and each certification with its whole hash
 * below; exit code 0 when everything agrees, 1 when
 * something does not, 2 when there is nothing to check. It reads that one file and nothing else.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isNothingToCheck } from './file-form.ts'
import { linesOf } from './lines.ts'
import type { Verified } from './verified.ts'
import { verify } from './verify.ts'
import type { Language } from './words/say.ts'
import { certificationTexts, languageOf, receiptText, verdictText, wordsIn } from './words/verdict.ts'

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
  const { verdict } = verified
  console.log([verdictText(verified, spoken), ...certificationTexts(verified, spoken)].join('\n'))
  if (verdict.outcome === 'broken' && isNothingToCheck(verdict.fault.kind)) return 2
  const asked = receipt === null ? null : receiptText(receipt, verified, spoken)
  if (asked !== null) console.log(asked.text)
  return verdict.outcome === 'agrees' && asked?.isThere !== false ? 0 : 1
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
