/**
 * Why a history is not brought from one place to another: each a single line for a person, in both languages. Nothing was lost then,
 * and what may go on where it was goes on there.
 */

export class MoveRefused extends Error {
  override readonly name = 'MoveRefused'
}

/** The target holds another history of a contest with this id. */
export function otherHistory(contest: string, place: string, number: number): MoveRefused {
  return new MoveRefused(
    `Ở ${place} đã có một sổ ghi khác của hội thi ${contest} (khác từ bản ghi ${number}); không ghi đè. · ${place} holds another history of ${contest}, different from commit ${number} on; nothing is overwritten.`,
  )
}

/** The target has gone on: moving the source there again would be moving yesterday's history. */
export function goneOn(contest: string, place: string): MoveRefused {
  return new MoveRefused(
    `Hội thi ${contest} ở ${place} đã ghi tiếp, nhiều hơn nơi chuyển đi; hãy dùng tiếp ở đó. · ${contest} has gone on at ${place}, beyond what is to be moved: go on there.`,
  )
}

/** The source's contest lives elsewhere already. */
export function movedBefore(contest: string, to: string): MoveRefused {
  return new MoveRefused(
    `Hội thi ${contest} đã chuyển sang ${to}; hãy chuyển tiếp từ đó. · ${contest} has already moved to ${to}: move it from there.`,
  )
}

export function nothingToMove(place: string, contest?: string): MoveRefused {
  return contest === undefined
    ? new MoveRefused(`Ở ${place} không có hội thi nào. · There is no contest at ${place}.`)
    : new MoveRefused(`Ở ${place} không có hội thi ${contest}. · There is no contest ${contest} at ${place}.`)
}

/** A source must be there: opening a folder as a ledger would make one. */
export function noLedger(folder: string): MoveRefused {
  return new MoveRefused(`Trong thư mục ${folder} không có sổ ghi. · There is no ledger in the folder ${folder}.`)
}

export function samePlace(place: string): MoveRefused {
  return new MoveRefused(`Nơi đi và nơi đến là một: ${place}. · From and to are the same place: ${place}.`)
}

/** What was written does not read back: the medium of the target is not to be trusted. */
export function notAsWritten(contest: string, place: string): MoveRefused {
  return new MoveRefused(
    `Sổ ghi của hội thi ${contest} đọc lại ở ${place} không giống bản gốc; nơi cũ vẫn dùng được. · ${contest} does not read back from ${place} as it was written; the old place goes on.`,
  )
}

/** The source could not be told that the contest stays with it after all. */
export function stuck(contest: string, place: string, cause: unknown): MoveRefused {
  return new MoveRefused(
    `Chưa chuyển được hội thi ${contest}, và ${place} vẫn bị đánh dấu là đã chuyển; hãy chạy lại lệnh này. · ${contest} was not moved and ${place} is still marked as moved: run this command again.`,
    { cause },
  )
}

export function unreadableFile(file: string, why: string): MoveRefused {
  return new MoveRefused(`Không đọc được ${file}: ${why}. · Cannot read ${file}.`)
}
