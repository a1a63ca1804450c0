import type { HighlightPiece } from '@/lib/core/shared/search-words'

const GAP = /_{3,}/g

/** A text with what was looked for lit in it. Gaps stay short. */
export function HighlightedText({ pieces }: { pieces: readonly HighlightPiece[] }) {
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order.
    <Piece key={at} {...piece} />
  ))
}

function Piece({ text, lit }: HighlightPiece) {
  const words = text.replaceAll(GAP, '____')
  return lit ? <mark className="lit mx-0! px-0! font-semibold">{words}</mark> : words
}

export const plainText = (pieces: readonly HighlightPiece[]): string => pieces.map(({ text }) => text).join('')
