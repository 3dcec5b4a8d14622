/**
 * What is made of an object, made once for as long as the object is there: only of objects that are never changed in place. It knows
 * nothing of what is made.
 */

/** `make` with its answers remembered by their first argument; the further ones must say the same whenever that does. */
export function madeOnce<Key extends object, Rest extends readonly unknown[], Made extends {}>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const known = new WeakMap<Key, Made>()
  return (key, ...rest) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key, ...rest)
    known.set(key, made)
    return made
  }
}
