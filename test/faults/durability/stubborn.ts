/** Runs the stubborn appender on a medium that fails, and checks what every such run must come to. */
import { expect } from 'vitest'
import { finished, startProgram } from '../../ledger/program.ts'
import { parseReports, type Report } from './report.ts'

const appends = 40
const commits = Array.from({ length: appends * 5 }, (_, index) => index + 1)

/** `through` are the words of the program that makes the medium fail; `ballast` is deleted after the third refusal. */
export async function runStubborn(folder: string, through: readonly string[], ballast?: string): Promise<Report[]> {
  const program = new URL('./stubborn-appender.ts', import.meta.url)
  const args = [folder, String(appends), ...(ballast === undefined ? [] : [ballast])]
  return parseReports(await finished(startProgram(program, args, through)))
}

/** Every commit is there once, in order, in the chain and at the follower. */
export function expectNothingLost(reports: readonly Report[]): void {
  expect(reports.at(-1)).toEqual({ event: 'done', appended: commits.length, loaded: commits.length, followed: commits })
}
