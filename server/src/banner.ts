/** What the terminal shows once the hub listens: the public address with its QR code, and the organiser's link as text only. */
import { renderUnicodeCompact } from 'uqr'

/** The organiser's link is never drawn as a QR code: the laptop's screen is often the projector. */
export function banner(publicUrl: string, organiserKey: string, contests: number): string {
  return [
    '',
    renderUnicodeCompact(publicUrl, { border: 2 }),
    '',
    `  Bảng Điểm đang chạy · Bảng Điểm is running (${contests} hội thi)`,
    `  Trang chung · Public page:     ${publicUrl}/`,
    `  Màn chiếu · Projector:         ${publicUrl}/display/`,
    `  Ban Tổ chức · Organiser:       ${publicUrl}/console/#key=${organiserKey}`,
    '  Tắt · Stop: Ctrl+C',
    '',
  ].join('\n')
}
