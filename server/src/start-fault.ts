/**
 * Faults that end the start: one clear line for a person, and an exit code that tells the supervisor not to try again.
 * Codes below 64 are deaths that may be tried again.
 */
import { UnknownFact } from '@bang-diem/shared/ledger/read-commit.ts'
import { LedgerInUse, LedgerTooNew, LedgerUnavailable } from './ledgers/errors.ts'
import { BrokenChain } from './ledgers/verify.ts'

export class StartFault extends Error {
  override readonly name = 'StartFault'
  readonly exitCode: number
  constructor(exitCode: number, line: string) {
    super(line)
    this.exitCode = exitCode
  }
}

export const exitCodes = {
  portTaken: 64,
  folderInUse: 65,
  folderUnwritable: 66,
  configuration: 67,
  history: 68,
} as const

/** The fault behind an error at start; undefined when the error is of our own making and must be seen whole. */
export function startFaultOf(error: unknown, folder: string, port: number): StartFault | undefined {
  if (error instanceof StartFault) return error
  if (error instanceof LedgerInUse) {
    return new StartFault(
      exitCodes.folderInUse,
      `Thư mục dữ liệu ${folder} đang được một Bảng Điểm khác dùng. Hãy tắt nó trước, hoặc đặt DATA_DIR khác. · The data folder is in use by another hub.`,
    )
  }
  if (error instanceof LedgerUnavailable) {
    return new StartFault(
      exitCodes.folderUnwritable,
      `Không ghi được vào thư mục dữ liệu ${folder} (${error.reason}). Hãy đặt DATA_DIR tới nơi ghi được. · Cannot write to the data folder.`,
    )
  }
  if (error instanceof LedgerTooNew) {
    return new StartFault(
      exitCodes.history,
      `Thư mục dữ liệu ${folder} do một phiên bản Bảng Điểm mới hơn ghi. Hãy dùng phiên bản đó. · A newer version wrote the data folder.`,
    )
  }
  if (error instanceof BrokenChain) {
    return new StartFault(
      exitCodes.history,
      `Sổ ghi của hội thi ${error.contest} không còn nguyên vẹn ở bản ghi ${error.fault.number} (${error.fault.fault}); không mở để khỏi sai kết quả. · The history of ${error.contest} has been changed at commit ${error.fault.number}.`,
    )
  }
  if (error instanceof UnknownFact) {
    return new StartFault(
      exitCodes.history,
      `Sổ ghi trong ${folder} có nội dung mà phiên bản này không hiểu (${error.message}); không mở để khỏi sai kết quả. Hãy dùng phiên bản đã ghi nó. · This version does not know a fact in the history.`,
    )
  }
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EADDRINUSE') {
    return new StartFault(
      exitCodes.portTaken,
      `Cổng ${port} đang được chương trình khác dùng. Hãy tắt nó, hoặc đặt PORT khác. · Port ${port} is taken.`,
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartFault(
      exitCodes.folderUnwritable,
      `Không ghi được vào thư mục dữ liệu ${folder}, hoặc không mở được cổng ${port}. · No permission for the data folder or the port.`,
    )
  }
  return undefined
}
