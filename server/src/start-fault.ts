/**
 * Faults that end the start: one clear line for a person, and an exit code that tells the supervisor not to try again.
 * Codes below 64 are deaths that may be tried again.
 */
import { UnknownFact } from '@bang-diem/shared/ledger/read-commit.ts'
import {
  AllMoved,
  LedgerInUse,
  LedgerTooNew,
  LedgerUnavailable,
  LedgerUnfit,
  type UnfitReason,
} from './ledgers/errors.ts'
import { isAddress } from './ledgers/registry.ts'
import { BrokenChain } from './ledgers/verify.ts'
import { MoveRefused } from './moving/refused.ts'

export class StartFault extends Error {
  override readonly name = 'StartFault'
  readonly exitCode: number
  constructor(exitCode: number, line: string) {
    super(line)
    this.exitCode = exitCode
  }
}

export const exitCodes = {
  /** A Redis that is being started beside the hub may answer the next time. */
  redisSilent: 10,
  portTaken: 64,
  folderInUse: 65,
  folderUnwritable: 66,
  configuration: 67,
  history: 68,
  ledgerUnfit: 69,
  moved: 70,
  refused: 71,
} as const

const unfitWords: Readonly<Record<UnfitReason, string>> = {
  'no-address': 'REDIS_URL không phải một địa chỉ Redis. · REDIS_URL is not the address of a Redis.',
  'too-old': 'Redis quá cũ: cần bản 7.0 trở lên. · This Redis is too old: 7.0 or newer is needed.',
  'read-only':
    'Redis này là bản sao, chỉ đọc: hãy đặt REDIS_URL tới máy chính. · This Redis is a replica: REDIS_URL must lead to the master.',
  evicting:
    'Redis này xoá dữ liệu khi thiếu bộ nhớ: hãy đặt maxmemory-policy noeviction. · This Redis throws keys away when memory is short: set maxmemory-policy noeviction.',
}

/** The fault behind an error at start; `folder` is where the history is. Undefined when the error is of our own making and must be seen whole. */
export function startFaultOf(error: unknown, folder: string, port: number): StartFault | undefined {
  if (error instanceof StartFault) return error
  if (error instanceof LedgerUnfit) {
    return new StartFault(exitCodes.ledgerUnfit, `${unfitWords[error.reason]} (${error.message})`)
  }
  if (error instanceof LedgerInUse) {
    return new StartFault(
      exitCodes.folderInUse,
      `Thư mục dữ liệu ${folder} đang được một Bảng Điểm khác dùng. Hãy tắt nó trước, hoặc đặt DATA_DIR khác. · The data folder is in use by another hub.`,
    )
  }
  if (error instanceof LedgerUnavailable && isAddress(folder)) {
    return new StartFault(
      exitCodes.redisSilent,
      `Không kết nối được Redis ở ${folder} (${error.reason}); sẽ thử lại. · No answer from the Redis; it is tried again.`,
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
  const left = leftFaultOf(error, folder)
  if (left) return left
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

/** What has gone to another place, or may not go there. */
function leftFaultOf(error: unknown, folder: string): StartFault | undefined {
  if (error instanceof MoveRefused) return new StartFault(exitCodes.refused, error.message)
  if (error instanceof AllMoved) {
    const where = [...error.moved].map(([contest, to]) => `${contest} → ${to}`).join(', ')
    return new StartFault(
      exitCodes.moved,
      `Hội thi trong ${folder} đã chuyển nơi khác: ${where}. Hãy mở ở đó; nếu lần chuyển bị ngắt giữa chừng, chạy lại lệnh chuyển. · Moved: start there, or run the interrupted copy again.`,
    )
  }
  return undefined
}
