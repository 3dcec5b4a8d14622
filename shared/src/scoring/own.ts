/** Reading a record by an id that came from outside: `constructor` is a lawful id, and every object has one. */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
