import type { Block, StructuredDocument } from './document'

/** A document up to here is one section: cutting it would only part its lists from their rivals. Words. */
const SHORTEST_CUT = 3_000
// Long enough for its items to lend each other wrong options, short enough to be waited for. Words.
const USUAL = 2_000
// In parts of the usual length: from where a heading starts a section, from where any paragraph does, and the least rest.
const NEARLY = 0.75
const MORE = 1.25
const SCRAP = 0.5

/**
 * A document cut into runs of whole blocks of about equal length, before a heading where one is near, never between a list
 * and its intro. Linear.
 */
export function sectionsOf({ text, blocks }: StructuredDocument): Block[][] {
  const lengths = blocks.map(({ span }) => wordsIn(text.slice(span.start, span.end)))
  let left = lengths.reduce((all, words) => all + words, 0)
  if (left <= SHORTEST_CUT) return blocks.length > 0 ? [[...blocks]] : []
  const usual = left / Math.round(left / USUAL)
  const sections: Block[][] = [[]]
  let length = 0
  for (const [n, block] of blocks.entries()) {
    if (left > usual * SCRAP && mayCut(block, length / usual)) {
      sections.push([])
      length = 0
    }
    sections.at(-1)?.push(block)
    length += lengths[n] ?? 0
    left -= lengths[n] ?? 0
  }
  return sections
}

const mayCut = ({ kind }: Block, full: number): boolean =>
  kind === 'heading' ? full >= NEARLY : full >= MORE && kind !== 'list'

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0
