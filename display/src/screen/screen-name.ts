/**
 * The name of this screen, told to the staff ("máy chiếu trái"). Given once in the address, it is remembered by the tab,
 * so that a reload or a shortened address does not make the screen nameless.
 */

const KEY = 'bang-diem.screen-name'

/** `storage` is the tab's: two projectors on one laptop have names of their own. Asking for it may throw by itself. */
export function screenName(asked: string | null, storage: () => Pick<Storage, 'getItem' | 'setItem'>): string | null {
  try {
    if (asked === null) return storage().getItem(KEY)
    storage().setItem(KEY, asked)
    return asked
  } catch {
    // A browser that keeps nothing (private windows, a full disk): the name then lasts as long as the address.
    return asked
  }
}
