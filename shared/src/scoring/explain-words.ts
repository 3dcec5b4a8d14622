/** The steps of a derivation as short sentences, Vietnamese first. Figures appear as shown, never recomputed. */
import { combineMethods } from './combine/registry.ts'
import type { Step } from './steps.ts'
import { tieBreaks } from './tie-breaks/registry.ts'
import { type Names, type Wording, withComma } from './wording.ts'

const TREATMENT = {
  counted: { vi: '', en: '' },
  outlier: { vi: ' (điểm lệch, không tính)', en: ' (too far from the mean, left out)' },
  highest: { vi: ' (cao nhất, không tính)', en: ' (highest, left out)' },
  lowest: { vi: ' (thấp nhất, không tính)', en: ' (lowest, left out)' },
  'not-middle': { vi: ' (không đứng giữa, không tính)', en: ' (not in the middle, left out)' },
} as const

const SOURCE = {
  overtime: { vi: 'quá giờ', en: 'over time' },
  undertime: { vi: 'thiếu giờ', en: 'under the minimum time' },
  secretary: { vi: '', en: '' },
} as const

const PLACE = {
  criterion: { vi: 'điểm tiêu chí', en: 'the criterion' },
  sheet: { vi: 'điểm từng phiếu', en: 'each sheet' },
  round: { vi: 'điểm phần thi', en: 'the round' },
  total: { vi: 'tổng điểm', en: 'the total' },
} as const

/** One step for people; `names` turns ids into what the contest calls them. */
export function stepWords(step: Step, names: Names): Wording {
  switch (step.kind) {
    case 'no-score':
      return both(names.round(step.round), 'chưa có điểm', 'no score yet')
    case 'value': {
      const treatment = TREATMENT[step.treatment]
      return both(names.judge(step.judge), withComma(step.shown) + treatment.vi, step.shown + treatment.en)
    }
    case 'combined': {
      const title = combineMethods.find(({ id }) => id === step.method)?.title ?? { vi: step.method, en: step.method }
      return {
        vi: `${title.vi} (${step.counted}/${step.of} phiếu): ${withComma(step.shown)}`,
        en: `${title.en} (${step.counted} of ${step.of} sheets): ${step.shown}`,
      }
    }
    case 'judged':
      return weighted('Điểm giám khảo', 'Judges', step.weight, step.shown)
    case 'tallied':
      return weighted(
        names.criterion(step.round, step.criterion),
        names.criterion(step.round, step.criterion),
        step.weight,
        step.shown,
      )
    case 'rounded':
      return {
        vi: `Làm tròn ${PLACE[step.at].vi}: ${withComma(step.shown)}`,
        en: `Rounded at ${PLACE[step.at].en}: ${step.shown}`,
      }
    default:
      return closingWords(step, names)
  }
}

type OpeningKind = 'no-score' | 'value' | 'combined' | 'judged' | 'tallied' | 'rounded'

function closingWords(step: Exclude<Step, { kind: OpeningKind }>, names: Names): Wording {
  switch (step.kind) {
    case 'subtotal':
      return figure('Cộng', 'Together', step.shown)
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
    case 'weighted':
      return weighted('Vào tổng điểm', 'Into the total', step.weight, step.shown)
    case 'total':
      return figure('Tổng điểm', 'Total', step.shown)
    case 'tie-break':
      return tieBreakWords(step)
    case 'place':
      return placeWords(step, names)
  }
}

function deductionReason({ source, seconds, reason }: Extract<Step, { kind: 'deduction' }>): Wording {
  if (seconds === null) return { vi: reason, en: reason }
  return { vi: `${SOURCE[source].vi} ${seconds} giây`, en: `${seconds} s ${SOURCE[source].en}` }
}

function tieBreakWords({ rule, shown, reason }: Extract<Step, { kind: 'tie-break' }>): Wording {
  const title = tieBreaks.find(({ id }) => id === rule)?.title ?? { vi: rule, en: rule }
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
