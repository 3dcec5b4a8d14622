/** Work that mostly waits, several pieces of it at a time. */

/** Each is taken up in order, as soon as one of so many lanes is free. Rejects with the first fault; what runs beside it is not ended. */
export async function inLanes<Each>(all: readonly Each[], lanes: number, work: (each: Each) => Promise<void>) {
  const waiting = all.values()
  const lane = async () => {
    for (const each of waiting) await work(each)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
