/** What stands on the pages of a PDF, read by poppler's own programs: nothing of what wrote the file is asked. */
import { spawn } from 'node:child_process'

/** The text of each page, in the order in which it was put there: cell by cell, and the foot last. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const text = await run('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf)
  return text.split('\f').slice(0, -1)
}

/** Gives `input` to a program and resolves with what it printed; rejects with what it complained of. */
export function run(program: string, options: readonly string[], input: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options)
    let printed = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`${program}: ${complained}`))))
    // A program that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
