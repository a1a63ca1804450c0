import type { Block, Span } from './document'

/** What a search shows of a document: a block of it, or a part of one that is too long to be shown. */
export type Passage = {
  /** In UTF-16 code units of the document's text. */
  readonly start: number
  readonly text: string
  /** The nearest heading above; the heading's own words where it is one. */
  readonly heading: string
  readonly isHeading: boolean
}

// Short enough to read at a glance, however long the block is. UTF-16 code units.
const LONGEST = 1_500

/** The words of a document block by block, in its order; `text.startsWith(passage.text, passage.start)` for each. */
export function passagesOf({ text, blocks }: { text: string; blocks: readonly Block[] }): readonly Passage[] {
  let heading = ''
  return blocks.flatMap((block) => {
    const isHeading = block.kind === 'heading' || block.kind === 'title'
    if (isHeading) heading = text.slice(block.span.start, block.span.end)
    return partsOf(text, block.span).map(({ start, end }) => {
      return { start, text: text.slice(start, end), heading, isHeading }
    })
  })
}

/** Cut between words, and where there are none before half the length, anywhere but in a letter. */
function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = []
  let from = start
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST)
    const to = space > from + LONGEST / 2 ? space + 1 : afterLetter(text, from + LONGEST)
    parts.push({ start: from, end: to })
    from = to
  }
  return end > from ? [...parts, { start: from, end }] : parts
}

const afterLetter = (text: string, at: number): number => at + Number(/[\uDC00-\uDFFF]/.test(text.charAt(at)))
