/** Values that are bad for a kind of field, each with what is bad about it. `undefined` stands for a field that is not there. */

export type Kind =
  | 'id'
  | 'decimal'
  | 'positive'
  | 'reason'
  | 'name'
  | 'note'
  | 'revision'
  | 'seconds'
  | 'cue'
  | 'on-air'
  | 'marks'
  | 'teams'
  | 'scene'
  | 'definition'

type Bad = readonly (readonly [what: string, value: unknown])[]

const long = 'x'.repeat(10_000)
/** Wrong for everything that is a text. */
const noText: Bad = [
  ['missing', undefined],
  ['null', null],
  ['a number', 7],
  ['a yes', true],
  ['a list', ['a']],
  ['an object', { id: 'a' }],
  ['empty', ''],
]
const ids: Bad = [
  ...noText,
  ['capitals', 'A'],
  ['with a space', 'a b'],
  ['Vietnamese', 'đội-a'],
  ['an emoji', '🙂'],
  ['41 long', 'x'.repeat(41)],
  ['very long', long],
  ['a path', '../a'],
  ['a zero byte', 'a\u0000'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
]
const decimals: Bad = [
  ...noText,
  ['negative', '-1'],
  ['a plus', '+1'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['an exponent', '1e9'],
  ['a comma', '8,5'],
  ['a space', ' 8'],
  ['no digit after the point', '8.'],
  ['no digit before the point', '.5'],
  ['hexadecimal', '0x10'],
  ['seven places', '1.1234567'],
  ['ten digits', '1234567890'],
  ['other digits', '٨'],
  ['very long', '9'.repeat(10_000)],
]
const wholes: Bad = [
  ['missing', undefined],
  ['null', null],
  ['a text', '0'],
  ['a yes', true],
  ['negative', -1],
  ['a fraction', 1.5],
  ['NaN, which JSON cannot say', Number.NaN],
  ['beyond exactness', 2 ** 53],
  ['a list', [0]],
]
const cues: Bad = [
  ['a number', 7],
  ['an object', {}],
  ['empty', ''],
  ['one part', 'chao-hoi'],
  ['four parts', 'a/b/c/d'],
  ['capitals', 'Chao-hoi/a'],
  ['a path', '../../x'],
  ['very long', `${long}/a`],
]
const texts = (longest: number): Bad => [
  ...noText,
  ['only spaces', ' \n\t '],
  ['one too long', 'x'.repeat(longest + 1)],
  ['emoji, one too long', '🙂'.repeat(longest / 2 + 1)],
  ['very long', 'á'.repeat(50_000)],
]

export const badValues: Readonly<Record<Kind, Bad>> = {
  id: ids,
  decimal: decimals,
  positive: [...decimals, ['zero', '0'], ['zero with places', '0.00']],
  reason: texts(300),
  name: texts(80),
  note: texts(1000),
  revision: wholes,
  seconds: [...wholes, ['1e9', 1_000_000_000], ['a day and a second', 86_401]],
  cue: [['missing', undefined], ['null', null], ...cues],
  'on-air': [['missing', undefined], ...cues],
  marks: [
    ['missing', undefined],
    ['null', null],
    ['a text', '8'],
    ['a number', 8],
    ['a mark that is a number', { 'noi-dung': 8 }],
    ['a mark that is null', { 'noi-dung': null }],
    ['a negative mark', { 'noi-dung': '-1' }],
    ['a mark of 1e9', { 'noi-dung': '1e9' }],
    ['a mark with a comma', { 'noi-dung': '8,5' }],
    ['a criterion in capitals', { 'NOI-DUNG': '8' }],
    ['an emoji for a criterion', { '🙂': '8' }],
    ['41 marks', Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`c${index}`, '8']))],
  ],
  teams: [
    ['missing', undefined],
    ['null', null],
    ['a text', 'a'],
    ['an object', { 0: 'a' }],
    ['a number in it', ['a', 7]],
    ['null in it', [null]],
    ['capitals in it', ['A', 'b']],
    ['201 of them', Array.from({ length: 201 }, (_, index) => `t${index}`)],
  ],
  scene: [
    ['missing', undefined],
    ['null', null],
    ['a text', 'stand-by'],
    ['without a kind', {}],
    ['an unknown kind', { kind: 'winner' }],
    ['a scene that reveals', { kind: 'score', round: 'chao-hoi', team: 'a' }],
    ['the ceremony', { kind: 'ceremony', stage: 'chung-ket', team: 'a', place: 1, of: 3 }],
    ['something more', { kind: 'stand-by', text: 'x' }],
    ['a stage that is no id', { kind: 'title', stage: 'A' }],
  ],
  definition: [
    ['missing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['empty', {}],
    ['another format', { format: 2 }],
  ],
}
