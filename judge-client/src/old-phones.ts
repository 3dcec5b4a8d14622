/**
 * What phones of 2020 lack and the page or its libraries call. The build lowers syntax to their level but adds no missing methods.
 * Only what is called is here, and each only where it is absent.
 */
if (!('at' in Array.prototype)) {
  define(Array.prototype, 'at', function at(this: readonly unknown[], index: number): unknown {
    return this[index < 0 ? this.length + index : index]
  })
}

if (!('hasOwn' in Object)) {
  define(Object, 'hasOwn', (owner: object, key: PropertyKey): boolean => Object.hasOwn(owner, key))
}

if (!('replaceAll' in String.prototype)) {
  // Svelte calls it with plain texts alone.
  define(String.prototype, 'replaceAll', function replaceAll(this: string, found: string, put: string): string {
    return this.split(found).join(put)
  })
}

function define(owner: object, name: string, method: unknown): void {
  Object.defineProperty(owner, name, { value: method, writable: true, configurable: true })
}
