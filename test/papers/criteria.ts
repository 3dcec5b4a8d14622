/** The criteria of a round by who gives points under them, and what a judge's sheet comes to. */
import type { Criterion, Round } from '@bang-diem/shared/contest/definition.ts'
import { sheetSum } from './numbers.ts'

export function judged({ criteria }: Round): readonly Criterion[] {
  return criteria.filter(({ scoredBy }) => scoredBy === 'judges')
}

export function tallied({ criteria }: Round): readonly Criterion[] {
  return criteria.filter(({ scoredBy }) => scoredBy === 'secretary')
}

/** Σ weight × mark. */
export function sumOf(round: Round, marks: Readonly<Record<string, string>>): string {
  return sheetSum(marks, judged(round))
}
