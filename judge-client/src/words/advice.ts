/** What a judge can do after a refusal. The sentence that says why is in the words of refusals; this is only the way out. */

/** The keys of `refused.advice` in the judge's words. */
export type Advice = 'correct' | 'retry' | 'secretary' | 'organiser'

const advices: ReadonlyMap<string, Advice> = new Map([
  ['mark-missing', 'correct'],
  ['mark-unknown', 'correct'],
  ['mark-out-of-range', 'correct'],
  ['mark-off-step', 'correct'],
  ['sheet-moved-on', 'correct'],
  ['command-invalid', 'correct'],
  ['id-reused', 'retry'],
  ['ledger-unavailable', 'retry'],
  ['hub-stopping', 'retry'],
  ['hub-behind', 'retry'],
  ['too-many-requests', 'retry'],
  ['seat-revoked', 'organiser'],
  ['seat-required', 'organiser'],
  ['link-unknown', 'organiser'],
  ['role-not-allowed', 'organiser'],
])

/** Whatever is not the judge's to mend goes to the secretary, who can see why. */
export function adviceFor(code: string): Advice {
  return advices.get(code) ?? 'secretary'
}
