import type { Memory } from './memory'

const LEECH_FROM_LAPSES = 8
const AND_EVERY_LAPSES = 4

/**
 * Whether the last lapse made a leech: a fact that keeps being forgotten, so that another kind of item, or a pause, serves
 * better than one more review. True at 8 lapses and at every fourth after, as in Anki; ask it when a lapse was added.
 */
export function isLeech(memory: Memory): boolean {
  return memory.kind === 'reviewed' && isLeechAt(memory.lapses)
}

/** The same of a number of lapses, for a device that knows no more of the memory. */
export function isLeechAt(lapses: number): boolean {
  return lapses >= LEECH_FROM_LAPSES && (lapses - LEECH_FROM_LAPSES) % AND_EVERY_LAPSES === 0
}
