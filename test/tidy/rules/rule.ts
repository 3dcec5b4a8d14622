/**
 * What a rule over the sources is: pure, from one file's path and text to what is wrong in it. It opens no file.
 */

export interface Problem {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly says: string
}

/** `path` is relative to the repository, with `/`. */
export type Rule = (path: string, text: string) => readonly Problem[]

/** A rule for some files only. */
export function only(applies: RegExp, rule: Rule): Rule {
  return (path, text) => (applies.test(path) ? rule(path, text) : [])
}

/** A rule from a pattern: every match is a problem. The pattern has the flag `g`. */
export function banned(pattern: RegExp, says: (found: string) => string): Rule {
  return (path, text) =>
    [...text.matchAll(pattern)].map((match) => ({ path, line: lineAt(text, match.index), says: says(match[0].trim()) }))
}

/** The same text with its comments blank: a comment may name what code may not use. Lines stay. */
export function withoutComments(text: string): string {
  const comments = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm
  return text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** As compilers write it, so that editors can open the place. */
export function worded({ path, line, says }: Problem): string {
  return `${path}:${line} ${says}`
}
