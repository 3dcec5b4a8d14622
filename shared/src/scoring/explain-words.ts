/** The steps of a derivation as short sentences, Vietnamese first. Figures appear as shown, never recomputed. */
import { combineMethods } from './combine/registry.ts'
import { placingMethods, tieTitles } from './placing/registry.ts'
import type { Step } from './steps.ts'
import { tieBreaks } from './tie-breaks/registry.ts'
import { type Names, type Wording, withComma } from './wording.ts'

const TREATMENT = {
  counted: { vi: '', en: '' },
  clamped: { vi: ' (điểm lệch, kéo về giới hạn)', en: ' (too far from the mean, pulled in)' },
  outlier: { vi: ' (điểm lệch, không tính)', en: ' (too far from the mean, left out)' },
  highest: { vi: ' (cao nhất, không tính)', en: ' (highest, left out)' },
  lowest: { vi: ' (thấp nhất, không tính)', en: ' (lowest, left out)' },
  'not-middle': { vi: ' (không đứng giữa, không tính)', en: ' (not in the middle, left out)' },
  'left-out': { vi: ' (không tính)', en: ' (left out)' },
} as const

const SOURCE = {
  overtime: { vi: 'quá giờ', en: 'over time' },
  undertime: { vi: 'thiếu giờ', en: 'under the minimum time' },
  secretary: { vi: '', en: '' },
} as const

const PLACE = {
  'clamped-mark': { vi: 'điểm kéo về', en: 'each clamped mark' },
  criterion: { vi: 'điểm tiêu chí', en: 'the criterion' },
  'weighted-criterion': { vi: 'điểm tiêu chí đã nhân hệ số', en: 'the criterion times its weight' },
  sheet: { vi: 'điểm từng phiếu', en: 'each sheet' },
  round: { vi: 'điểm phần thi', en: 'the round' },
  total: { vi: 'tổng điểm', en: 'the total' },
} as const

/** One step for people; `names` turns ids into what the contest calls them. */
export function stepWords(step: Step, names: Names): Wording {
  switch (step.kind) {
    case 'no-score':
      return both(names.round(step.round), 'chưa có điểm', 'no score yet')
    case 'value':
      return treated(names.judge(step.judge), step)
    case 'group':
      return treated(names.group(step.round, step.group), step)
    case 'combined': {
      const title = combineMethods.find(({ id }) => id === step.method)?.title ?? { vi: step.method, en: step.method }
      return {
        vi: `${title.vi} (${step.counted}/${step.of} phiếu): ${withComma(step.shown)}`,
        en: `${title.en} (${step.counted} of ${step.of} sheets): ${step.shown}`,
      }
    }
    case 'judged':
      return weighted('Điểm giám khảo', 'Judges', step.weight, step.shown)
    case 'tallied': {
      const name = names.criterion(step.round, step.criterion)
      return weighted(name, name, step.weight, step.shown)
    }
    case 'rounded':
      return {
        vi: `Làm tròn ${PLACE[step.at].vi}: ${withComma(step.shown)}`,
        en: `Rounded at ${PLACE[step.at].en}: ${step.shown}`,
      }
    default:
      return scoreWords(step, names)
  }
}

type JudgingKind = 'no-score' | 'value' | 'group' | 'combined' | 'judged' | 'tallied' | 'rounded'

function scoreWords(step: Exclude<Step, { kind: JudgingKind }>, names: Names): Wording {
  switch (step.kind) {
    case 'subtotal':
      return figure('Cộng', 'Together', step.shown)
    case 'multiplied':
      return figure(`Nhân hệ số ${withComma(step.factor)}`, `Times the factor ${step.factor}`, step.shown)
    case 'bonus':
      return figure(because('Điểm thưởng', step.reason), because('Bonus', step.reason), step.shown)
    case 'deduction': {
      const { vi, en } = deductionReason(step)
      return figure(because('Trừ điểm', vi), because('Deduction', en), step.shown)
    }
    case 'floored':
      return figure('Không dưới 0', 'Not below 0', step.shown)
    case 'score':
      return figure(`Điểm phần thi ${names.round(step.round)}`, `Score of ${names.round(step.round)}`, step.shown)
    default:
      return closingWords(step, names)
  }
}

type ScoreKind = 'subtotal' | 'multiplied' | 'bonus' | 'deduction' | 'floored' | 'score'

function closingWords(step: Exclude<Step, { kind: JudgingKind | ScoreKind }>, names: Names): Wording {
  switch (step.kind) {
    case 'rank':
      return rankWords(step, names)
    case 'figure': {
      const title = placingMethods.find(({ id }) => id === step.method)?.title ?? { vi: step.method, en: step.method }
      return figure(title.vi, title.en, step.shown)
    }
    case 'passed-over':
      return both(
        names.round(step.round),
        'lượt này không tính (đã có lượt tốt hơn)',
        'does not count (a better attempt does)',
      )
    case 'weighted':
      return weighted('Vào tổng điểm', 'Into the total', step.weight, step.shown)
    case 'own':
      return weighted('Điểm của vòng này', 'This stage', step.weight, step.shown)
    case 'carried': {
      const stage = names.stage(step.stage)
      return weighted(
        `Mang sang từ ${stage}, ${withComma(step.total)}`,
        `Carried over from ${stage}, ${step.total}`,
        step.weight,
        step.shown,
      )
    }
    case 'total':
      return figure('Tổng điểm', 'Total', step.shown)
    case 'tie-break':
      return tieBreakWords(step)
    case 'place':
      return placeWords(step, names)
  }
}

function treated(
  who: string,
  { shown, treatment, given }: { shown: string; treatment: keyof typeof TREATMENT; given: string },
): Wording {
  const after = TREATMENT[treatment]
  if (treatment !== 'clamped') return both(who, withComma(shown) + after.vi, shown + after.en)
  return both(who, withComma(`${given} → ${shown}`) + after.vi, `${given} → ${shown}${after.en}`)
}

function rankWords({ judge, rank, points }: Extract<Step, { kind: 'rank' }>, names: Names): Wording {
  const who = judge === null ? { vi: 'Hạng ở phần thi', en: 'Rank in the round' } : bothAlike(names.judge(judge))
  const worth = points === null ? { vi: '', en: '' } : { vi: ` (${withComma(points)} điểm)`, en: ` (${points} points)` }
  return { vi: `${who.vi}: hạng ${withComma(rank)}${worth.vi}`, en: `${who.en}: rank ${rank}${worth.en}` }
}

function deductionReason({ source, seconds, reason }: Extract<Step, { kind: 'deduction' }>): Wording {
  if (seconds === null) return { vi: reason, en: reason }
  return { vi: `${SOURCE[source].vi} ${seconds} giây`, en: `${seconds} s ${SOURCE[source].en}` }
}

function tieBreakWords({ rule, shown, reason }: Extract<Step, { kind: 'tie-break' }>): Wording {
  const title = tieBreaks.find(({ id }) => id === rule)?.title ?? tieTitles[rule] ?? { vi: rule, en: rule }
  const tail = { vi: shown === null ? (reason ?? '') : withComma(shown), en: shown ?? reason ?? '' }
  return { vi: `Bằng điểm. ${title.vi}: ${tail.vi}`, en: `Equal totals. ${title.en}: ${tail.en}` }
}

function placeWords({ rank, sharedWith }: Extract<Step, { kind: 'place' }>, names: Names): Wording {
  const others = sharedWith.map(names.team).join(', ')
  return {
    vi: others === '' ? `Hạng ${rank}` : `Đồng hạng ${rank} với ${others}`,
    en: others === '' ? `Rank ${rank}` : `Rank ${rank}, shared with ${others}`,
  }
}

function both(subject: string, vi: string, en: string): Wording {
  return { vi: `${subject}: ${vi}`, en: `${subject}: ${en}` }
}

function bothAlike(text: string): Wording {
  return { vi: text, en: text }
}

function figure(vi: string, en: string, shown: string): Wording {
  return { vi: `${vi}: ${withComma(shown)}`, en: `${en}: ${shown}` }
}

function weighted(vi: string, en: string, weight: string, shown: string): Wording {
  if (weight === '1') return figure(vi, en, shown)
  return figure(`${vi} (hệ số ${withComma(weight)})`, `${en} (weight ${weight})`, shown)
}

function because(what: string, reason: string): string {
  return reason === '' ? what : `${what}, ${reason}`
}
