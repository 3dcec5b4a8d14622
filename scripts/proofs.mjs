/**
 * The programs that prove something about the whole system, each with one line of result and an exit code; the one list of them.
 */

/**
 * `quick`: the options with which `npm test` runs it; without, it is too long for every change and runs by name only.
 * @typedef {{ name: string, program: string, quick?: readonly string[] }} Proof
 */

/** @type {readonly Proof[]} */
export const proofs = [
  { name: 'golden', program: 'test/golden/run.ts', quick: ['--engine'] },
  { name: 'oracle', program: 'test/oracle/run.ts', quick: ['--contests', '3000'] },
  { name: 'definitions', program: 'test/definitions/run.ts', quick: ['--definitions', '200'] },
  { name: 'verifier', program: 'test/verifier/run.ts', quick: ['--ledgers', '40', '--planted', '4'] },
  { name: 'extension', program: 'test/extension/run.ts', quick: [] },
  { name: 'two-stages', program: 'test/two-stages/run.ts', quick: [] },
  { name: 'bad-input', program: 'test/bad-input/run.ts', quick: [] },
  { name: 'papers', program: 'test/papers/run.ts', quick: ['--contests', '10', '--files', '12', '--quick'] },
  { name: 'spoiler', program: 'test/spoiler/run.ts', quick: ['--contests', '20'] },
  { name: 'faults', program: 'test/faults/run.ts', quick: ['--quick'] },
  { name: 'contract', program: 'test/ledger/run.ts' },
  { name: 'two-hubs', program: 'test/two-hubs/run.ts' },
  { name: 'simulate', program: 'test/simulation/run.ts', quick: ['--seeds', '200'] },
  { name: 'moving', program: 'test/moving/run.ts', quick: [] },
  { name: 'screens', program: 'test/screens/run.ts' },
  { name: 'bench', program: 'test/bench/run.ts' },
]
