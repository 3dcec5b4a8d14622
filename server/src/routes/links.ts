/** The addresses behind links and QR codes. A code stands in the fragment, which browsers never send: no log can keep it. */
import { judgeOfSeat, type SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { LinkCodes } from '../founding.ts'

export interface ContestLinks {
  readonly console: string
  readonly secretary: string
  readonly mc: string
  readonly display: string
  readonly judges: Readonly<Record<string, string>>
}

export function linkOf(base: string, seat: SeatId, code: string): string {
  return `${base}/${judgeOfSeat(seat) === undefined ? 'console' : 'judge'}/#code=${code}`
}

export function linksOf(base: string, contest: string, codes: LinkCodes): ContestLinks {
  const link = (seat: SeatId) => linkOf(base, seat, codes.get(seat) ?? '')
  const judges = [...codes.keys()].flatMap((seat) => {
    const judge = judgeOfSeat(seat)
    return judge === undefined ? [] : [[judge, link(seat)] as const]
  })
  return {
    console: link('organiser'),
    secretary: link('secretary'),
    mc: link('mc'),
    display: `${base}/display/?contest=${contest}`,
    judges: Object.fromEntries(judges),
  }
}
